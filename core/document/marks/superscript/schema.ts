import { Mark } from '@tiptap/core';

/** Raised text: the 2 of m². */
export const superscript = Mark.create({
  name: 'superscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sup' }],
  renderHTML: () => ['sup', 0],
});
