import { attention } from '../../attention.ts';
import type { MarkToMarkdown } from '../../markdown.ts';

export const strikeToMarkdown: MarkToMarkdown = (_mark, words) => attention('delete', words);
