import type { MarkToMarkdown } from '../../markdown.ts';

/** As an element of HTML, which Markdown takes where it has no sign of its own. */
export const subscriptToMarkdown: MarkToMarkdown = (_mark, words) => [
  { type: 'html', value: '<sub>' },
  ...words,
  { type: 'html', value: '</sub>' },
];
