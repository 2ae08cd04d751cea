import { setBlockType } from '@tiptap/pm/commands';
import type { NodeType } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';

/** Turns the selected text blocks into ones of this type, or into paragraphs when they all are. */
export const toggleTextblock =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const { from, to } = state.selection;
    let others = 0;
    state.doc.nodesBetween(from, to, (node) => {
      if (node.isTextblock && node.type !== type) others += 1;
    });
    const { paragraph } = state.schema.nodes;
    if (others > 0 || !paragraph) return setBlockType(type)(state, dispatch);
    return setBlockType(paragraph)(state, dispatch);
  };
