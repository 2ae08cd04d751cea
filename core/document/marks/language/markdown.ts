import type { MarkToMarkdown } from '../../markdown.ts';

/** Markdown does not say languages: the words stand alone. */
export const languageToMarkdown: MarkToMarkdown = (_mark, words) => words;
