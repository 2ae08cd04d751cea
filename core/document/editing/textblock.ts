import { InputRule } from '@tiptap/core';
import { setBlockType } from '@tiptap/pm/commands';
import type { Attrs, NodeType, ResolvedPos } from '@tiptap/pm/model';
import type { Command, Transaction } from '@tiptap/pm/state';
import { spellOutNotes } from './footnotes.ts';

/** How deep the text block is that a position stands in; a note in its line is none. */
const textblockDepth = ($at: ResolvedPos): number => {
  let { depth } = $at;
  while ($at.node(depth).isInline) depth -= 1;
  return depth;
};

type Range = { readonly $from: ResolvedPos; readonly $to: ResolvedPos };

/** Changes the text blocks of a range of the document that the transaction had after `since` steps. */
const changeType = (
  tr: Transaction,
  { $from, $to }: Range,
  since: number,
  type: NodeType,
  attributes: Attrs | null,
) => {
  const now = (position: number, side?: -1): number => tr.mapping.slice(since).map(position, side);
  const { footnote } = tr.doc.type.schema.nodes;
  if (!type.contentMatch.matchType(footnote as NodeType)) {
    const [start, end] = [$from.start(textblockDepth($from)), $to.end(textblockDepth($to))];
    spellOutNotes(tr, now(start), now(end));
  }
  tr.setBlockType(now($from.pos, -1), now($to.pos), type, ({ attrs }) => ({ ...attrs, ...attributes }));
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
    for (const range of state.selection.ranges) changeType(tr, range, 0, type, attributes);
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

/** Turns a line into one of this type when these signs are typed at its start; they go. Keeps what `turnInto` keeps. */
export const turnByTyping = (
  find: RegExp,
  type: NodeType,
  attributesOf: (signs: RegExpMatchArray) => Attrs,
): InputRule =>
  new InputRule({
    find,
    handler: ({ state: { tr }, range, match }) => {
      const $at = tr.doc.resolve(range.from);
      if (!$at.node(-1).canReplaceWith($at.index(-1), $at.indexAfter(-1), type)) return null;
      tr.delete(range.from, range.to);
      const $line = tr.doc.resolve(range.from);
      changeType(tr, { $from: $line, $to: $line }, tr.steps.length, type, attributesOf(match));
      return undefined;
    },
  });
