import type { Editor, KeyboardShortcutCommand } from '@tiptap/core';
import type { NodeType, ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, Selection, TextSelection } from '@tiptap/pm/state';

/** Binds a key to a ProseMirror command. Nothing is dispatched when the command does not apply. */
export const bindKey =
  (command: Command): KeyboardShortcutCommand =>
  ({ editor }: { readonly editor: Editor }) =>
    command(editor.state, editor.view.dispatch);

/** The caret when nothing is selected and it stands in a text block of this type; null otherwise. */
export const caretIn = (state: EditorState, type: NodeType): ResolvedPos | null => {
  const caret = state.selection instanceof TextSelection ? state.selection.$cursor : null;
  return caret?.parent.type === type ? caret : null;
};

/** Puts the caret at the text nearest to `position`, looking forwards (1) or backwards (-1) first. */
export const moveCaret = (
  state: EditorState,
  dispatch: ((tr: EditorState['tr']) => void) | undefined,
  position: number,
  direction: 1 | -1,
): true => {
  dispatch?.(state.tr.setSelection(Selection.near(state.doc.resolve(position), direction)).scrollIntoView());
  return true;
};

/**
 * Goes on writing after the block that the caret's text block closes (a figure, an embed, a quotation): in the empty
 * paragraph that follows, else in a new one. Where none fits, in a gallery, in the next line there is.
 */
export const goOnAfterBlock =
  (from: NodeType): Command =>
  (state, dispatch) => {
    const caret = caretIn(state, from);
    if (!caret) return false;
    const after = caret.after(-1);
    const next = state.doc.resolve(after).nodeAfter;
    if (next && next.type === state.schema.nodes.paragraph && next.content.size === 0) {
      return moveCaret(state, dispatch, after + 1, 1);
    }
    const paragraph = state.schema.nodes.paragraph?.createAndFill();
    if (!paragraph) return false;
    const index = caret.indexAfter(-2);
    if (!caret.node(-2).canReplaceWith(index, index, paragraph.type)) return moveCaret(state, dispatch, after, 1);
    const tr = state.tr.insert(after, paragraph);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
    return true;
  };
