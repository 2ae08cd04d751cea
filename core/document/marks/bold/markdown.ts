import { attention } from '../../attention.ts';
import type { MarkToMarkdown } from '../../markdown.ts';

export const boldToMarkdown: MarkToMarkdown = (_mark, words) => attention('strong', words);
