import { Node } from '@tiptap/core';
import { type Command, NodeSelection } from '@tiptap/pm/state';
import { bindKey, caretIn, goOnAfterBlock, moveCaret } from '../../editing/caret.ts';

/** What a picture, video or recording shows, in the writer's words. Enter goes on in the credit, or after the gallery that it stands under. */
export const caption = Node.create({
  name: 'caption',
  group: 'captioning',
  content: '(text | hardBreak)*',
  marks: 'language link bold italic superscript subscript code',
  defining: true,
  parseHTML: () => [{ tag: 'figcaption', context: 'figure/|embed/|recording/|gallery/' }],
  renderHTML: () => ['figcaption', 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(enterCredit), Backspace: bindKey(selectCaptioned) };
  },
});

/** Enter in a caption: the caret goes to the start of the credit; under a gallery on to a paragraph after it. */
export const enterCredit: Command = (state, dispatch) => {
  const type = state.schema.nodes.caption;
  const caret = type && caretIn(state, type);
  if (!caret) return false;
  return caret.node(-1).lastChild === caret.parent
    ? goOnAfterBlock(caret.parent.type)(state, dispatch)
    : moveCaret(state, dispatch, caret.after(), 1);
};

/** Backspace at the start of a caption selects the figure, embed, recording or gallery; pressed again it removes it. */
export const selectCaptioned: Command = (state, dispatch) => {
  const type = state.schema.nodes.caption;
  const caret = type && caretIn(state, type);
  if (!caret || caret.parentOffset > 0) return false;
  dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, caret.before(-1))).scrollIntoView());
  return true;
};
