import { defaultBlockAt } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';

/** Ends the line at a caret, where its place allows another one: an item of a list with it, code by a sign. */
const breakLine = (tr: Transaction, $at: ResolvedPos): Transaction => {
  if ($at.parent.type.spec.code) return tr.insertText('\n');
  const inItem = $at.node(-1)?.type.name === 'listItem' && $at.index(-1) === 0;
  if (inItem && canSplit(tr.doc, $at.pos, 2)) return tr.split($at.pos, 2);
  const atEnd = $at.parentOffset === $at.parent.content.size;
  const type = atEnd ? defaultBlockAt($at.node(-1).contentMatchAt($at.indexAfter(-1))) : null;
  const types = type ? [{ type }] : undefined;
  return canSplit(tr.doc, $at.pos, 1, types) ? tr.split($at.pos, 1, types) : tr;
};

/**
 * Enter over a selection that reaches from one text block into another takes it away and begins a new line there. Where a
 * section heading, a caption or a headline is left the caret stays in it.
 */
export const enterOverBlocks: Command = (state, dispatch) => {
  const { selection, tr } = state;
  if (!(selection instanceof TextSelection) || selection.$from.sameParent(selection.$to)) return false;
  tr.deleteSelection();
  const { $from } = tr.selection;
  if ($from.parent.isTextblock) breakLine(tr, $from);
  dispatch?.(tr.scrollIntoView());
  return true;
};
