import type { MarkToMarkdown } from '../../markdown.ts';

/** As an element of HTML, which Markdown takes where it has no sign of its own. */
export const superscriptToMarkdown: MarkToMarkdown = (_mark, words) => [
  { type: 'html', value: '<sup>' },
  ...words,
  { type: 'html', value: '</sup>' },
];
