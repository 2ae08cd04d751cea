import type { MarkToMarkdown } from '../../markdown.ts';

/** Nothing is formatted inside code, and it has no lines. */
export const codeToMarkdown: MarkToMarkdown = (_mark, words) => [
  { type: 'inlineCode', value: words.map((word) => ('value' in word ? word.value : ' ')).join('') },
];
