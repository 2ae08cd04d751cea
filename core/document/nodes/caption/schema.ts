import { Node } from '@tiptap/core';
import { type Command, NodeSelection } from '@tiptap/pm/state';
import { bindKey, caretIn, moveCaret } from '../../editing/caret.ts';

/** What a picture or video shows, in the writer's words. Enter goes on in the credit. */
export const caption = Node.create({
  name: 'caption',
  group: 'captioning',
  content: '(text | hardBreak)*',
  marks: 'language link bold italic superscript subscript code',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption', context: 'figure/|embed/' }],
  renderHTML: () => ['figcaption', 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(enterCredit), Backspace: bindKey(selectCaptioned) };
  },
});

/** Enter in a caption: the caret goes to the start of the credit. */
export const enterCredit: Command = (state, dispatch) => {
  const type = state.schema.nodes.caption;
  const caret = type && caretIn(state, type);
  return caret ? moveCaret(state, dispatch, caret.after(), 1) : false;
};

/** Backspace at the start of a caption selects the figure or embed; pressed again it removes it. */
export const selectCaptioned: Command = (state, dispatch) => {
  const type = state.schema.nodes.caption;
  const caret = type && caretIn(state, type);
  if (!caret || caret.parentOffset > 0) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, caret.before(-1))).scrollIntoView());
  return true;
};
