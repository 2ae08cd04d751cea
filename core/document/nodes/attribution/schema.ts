import { Node } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { bindKey, caretIn, goOnAfterBlock, moveCaret } from '../../editing/caret.ts';

/** Who said a quotation's words, e.g. "Spokesman for the operators". The source's link follows it when rendered. */
export const attribution = Node.create({
  name: 'attribution',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: 'footer', context: 'quotation/' }],
  renderHTML: () => ['footer', 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(goOnAfterBlock(this.type)), Backspace: bindKey(backToWords) };
  },
});

/** Backspace at the start of an attribution: the caret goes to the end of the quoted words. */
export const backToWords: Command = (state, dispatch) => {
  const type = state.schema.nodes.attribution;
  const caret = type && caretIn(state, type);
  return caret && caret.parentOffset === 0 ? moveCaret(state, dispatch, caret.before(), -1) : false;
};
