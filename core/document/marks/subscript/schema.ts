import { Mark } from '@tiptap/core';

/** Lowered text: the 2 of CO₂. */
export const subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript subscript',
  parseHTML: () => [{ tag: 'sub' }],
  renderHTML: () => ['sub', 0],
});
