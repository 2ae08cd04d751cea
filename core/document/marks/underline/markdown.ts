import type { MarkToMarkdown } from '../../markdown.ts';

/** As an element of HTML, which Markdown takes where it has no sign of its own. */
export const underlineToMarkdown: MarkToMarkdown = (_mark, words) => [
  { type: 'html', value: '<u>' },
  ...words,
  { type: 'html', value: '</u>' },
];
