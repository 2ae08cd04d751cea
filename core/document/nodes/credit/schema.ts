import { Node } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { bindKey, caretIn, goOnAfterBlock, moveCaret } from '../../editing/caret.ts';

/** Whose picture, video or recording it is, e.g. "Reuters". Enter goes on in a paragraph after the block. */
export const credit = Node.create({
  name: 'credit',
  group: 'captioning',
  content: 'text*',
  marks: 'link',
  defining: true,
  parseHTML: () => [{ tag: '[data-credit]', context: 'figure/|embed/|recording/' }],
  renderHTML: () => ['div', { 'data-credit': '' }, 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(goOnAfterBlock(this.type)), Backspace: bindKey(backToCaption) };
  },
});

/** Backspace at the start of a credit: the caret goes to the end of the caption. */
export const backToCaption: Command = (state, dispatch) => {
  const type = state.schema.nodes.credit;
  const caret = type && caretIn(state, type);
  return caret && caret.parentOffset === 0 ? moveCaret(state, dispatch, caret.before(), -1) : false;
};
