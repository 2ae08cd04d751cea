import { Node } from '@tiptap/core';
import { type Command, Selection } from '@tiptap/pm/state';
import { bindKey, caretIn, moveCaret } from '../../editing/caret.ts';

/** The heading of a section as the reader sees it, e.g. "My Comment:". One line of plain text. */
export const sectionHeading = Node.create({
  name: 'sectionHeading',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'h2[data-section-heading]', priority: 60 }],
  renderHTML: () => ['h2', { 'data-section-heading': '' }, 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(enterSection), Backspace: bindKey(leaveSectionHeading) };
  },
});

/** Enter in a section heading: the caret goes to the section's first block. */
export const enterSection: Command = (state, dispatch) => {
  const type = state.schema.nodes.sectionHeading;
  const caret = type && caretIn(state, type);
  return caret ? moveCaret(state, dispatch, caret.after(), 1) : false;
};

/** Backspace at the start of a section heading: an empty heading goes away, a filled one is left to the one before. */
export const leaveSectionHeading: Command = (state, dispatch) => {
  const type = state.schema.nodes.sectionHeading;
  const caret = type && caretIn(state, type);
  if (!caret || caret.parentOffset > 0) return false;
  if (caret.parent.content.size > 0) return moveCaret(state, dispatch, caret.before(1), -1);
  const tr = state.tr.delete(caret.before(), caret.after());
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(caret.before()), 1)).scrollIntoView());
  return true;
};
