import { attention } from '../../attention.ts';
import type { MarkToMarkdown } from '../../markdown.ts';

export const italicToMarkdown: MarkToMarkdown = (_mark, words) => attention('emphasis', words);
