import { Mark } from '@tiptap/core';
import { markByTyping } from '../../editing/mark-typing.ts';

/** A name or command of a computer's inside the text. `` `words` `` makes it; nothing is read as Markdown in it. */
export const code = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  parseHTML: () => ['code', 'kbd', 'samp', 'tt'].map((tag) => ({ tag })),
  renderHTML: () => ['code', 0],
  addInputRules() {
    return [markByTyping(this.type, '`')];
  },
});
