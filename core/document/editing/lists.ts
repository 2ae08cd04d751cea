import { liftEmptyBlock } from '@tiptap/pm/commands';
import { type Command, TextSelection } from '@tiptap/pm/state';

/**
 * Enter on an empty last line of a nested item takes the line out of it, where more follows the nested list in the same
 * item. TipTap's own Enter, which splits the item around, would take what follows away.
 */
export const leaveNestedItem: Command = (state, dispatch) => {
  const caret = state.selection instanceof TextSelection ? state.selection.$cursor : null;
  if (!caret || caret.depth < 4 || caret.parent.content.size > 0) return false;
  const [item, outer] = [caret.node(-1), caret.node(-3)];
  if (item.type.name !== 'listItem' || outer.type !== item.type) return false;
  const followed = caret.indexAfter(-3) < outer.childCount;
  return followed && caret.indexAfter(-1) === item.childCount && item.childCount > 1
    ? liftEmptyBlock(state, dispatch)
    : false;
};
