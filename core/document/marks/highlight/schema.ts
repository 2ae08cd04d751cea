import { Mark } from '@tiptap/core';
import { markByTyping } from '../../editing/mark-typing.ts';

/** Words marked as with a highlighter. `==words==` makes it. */
export const highlight = Mark.create({
  name: 'highlight',
  parseHTML: () => [{ tag: 'mark' }],
  renderHTML: () => ['mark', 0],
  addInputRules() {
    return [markByTyping(this.type, '==')];
  },
});
