import { setBlockType } from '@tiptap/pm/commands';
import type { Attrs, NodeType } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';

/** Turns the selected text blocks into ones of this type; they keep the direction that the writer gave them. */
export const turnInto =
  (type: NodeType, attributes: Attrs | null = null): Command =>
  (state, dispatch) => {
    if (!setBlockType(type, attributes)(state)) return false;
    const { tr } = state;
    for (const { $from, $to } of state.selection.ranges) {
      tr.setBlockType($from.pos, $to.pos, type, ({ attrs }) => ({ dir: attrs.dir ?? null, ...attributes }));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };

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
    if (others > 0 || !paragraph) return turnInto(type)(state, dispatch);
    return turnInto(paragraph)(state, dispatch);
  };
