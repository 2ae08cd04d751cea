import { setBlockType } from '@tiptap/pm/commands';
import type { Attrs, NodeType, ResolvedPos } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { spellOutNotes } from './footnotes.ts';

/** How deep the text block is that a position stands in; a note in its line is none. */
const textblockDepth = ($at: ResolvedPos): number => {
  let { depth } = $at;
  while ($at.node(depth).isInline) depth -= 1;
  return depth;
};

/**
 * Turns the selected text blocks into ones of this type; they keep what both kinds have: the direction that the
 * writer gave them, the original on a blog. Where no footnotes can be, what they say stands in brackets.
 */
export const turnInto =
  (type: NodeType, attributes: Attrs | null = null): Command =>
  (state, dispatch) => {
    if (!setBlockType(type, attributes)(state)) return false;
    const { tr } = state;
    const { footnote } = state.schema.nodes;
    for (const { $from, $to } of state.selection.ranges) {
      if (!type.contentMatch.matchType(footnote as NodeType)) {
        const [start, end] = [$from.start(textblockDepth($from)), $to.end(textblockDepth($to))];
        spellOutNotes(tr, tr.mapping.map(start), tr.mapping.map(end));
      }
      tr.setBlockType(tr.mapping.map($from.pos, -1), tr.mapping.map($to.pos), type, ({ attrs }) => ({
        ...attrs,
        ...attributes,
      }));
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
