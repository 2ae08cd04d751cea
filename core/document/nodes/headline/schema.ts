import { Node } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { bindKey, caretIn, moveCaret } from '../../editing/caret.ts';
import { firstBlockOf } from '../../editing/place.ts';

/** The post's title: one line of plain text. Enter goes on in the first block. */
export const headline = Node.create({
  name: 'headline',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'h1[data-headline]', priority: 60 }],
  renderHTML: () => ['h1', { 'data-headline': '' }, 0],
  addKeyboardShortcuts() {
    return { Enter: bindKey(enterFirstBlock) };
  },
});

/** Enter in the headline: the caret goes to the first block of the first section. */
export const enterFirstBlock: Command = (state, dispatch) => {
  const type = state.schema.nodes.headline;
  const caret = type && caretIn(state, type);
  if (!caret) return false;
  const section = caret.after(1);
  return moveCaret(state, dispatch, firstBlockOf(state.doc.child(1), section + 1), 1);
};
