import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type Command, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { nodeTypeOf } from '../node-type.ts';
import { firstBlockOf } from './place.ts';

/** Up is towards the headline. */
export type Direction = 'up' | 'down';

/** Whole siblings, from before the first to after the last. */
type Stretch = { readonly from: number; readonly to: number };

/** Nodes whose children change places by key; everything else moves as a part of one of these. */
const orderedParents = new Set(['section', 'bulletList', 'orderedList', 'gallery']);

const isEmptyParagraph = (node: ProseMirrorNode | null): boolean =>
  node?.type.name === 'paragraph' && node.content.size === 0;

const blocksOf = (section: ProseMirrorNode): readonly ProseMirrorNode[] =>
  section.children.filter((child) => child.type.name !== 'sectionHeading');

// A section always holds a block, so one that gives its last block away keeps an empty line.
const takeOut = (tr: Transaction, { from, to }: Stretch): void => {
  const parent = tr.doc.resolve(from).parent;
  const [first, last] = [parent.firstChild, parent.lastChild];
  const left = parent.content.size - (to - from) - (first?.type.name === 'sectionHeading' ? first.nodeSize : 0);
  if (last && left === 0) tr.replaceWith(from, to, nodeTypeOf(tr.doc.type.schema, 'paragraph').create());
  else tr.delete(from, to);
};

/**
 * Moves whole siblings to another place of the document, a position between blocks. The selection stays with the words
 * it is in. An empty line that is all the other section holds gives way. False when they stand there already.
 */
export const moveStretch = (tr: Transaction, stretch: Stretch, target: number): boolean => {
  const { from, to } = stretch;
  if (target >= from && target <= to) return false;
  const { content } = tr.doc.slice(from, to);
  const { selection } = tr;
  const steps = tr.steps.length;
  takeOut(tr, stretch);
  const $place = tr.doc.resolve(tr.mapping.slice(steps).map(target));
  const only = $place.parent.type.name === 'section' ? blocksOf($place.parent) : [];
  const givesWay = only.length === 1 && isEmptyParagraph(only[0] ?? null);
  const at = givesWay ? firstBlockOf($place.parent, $place.start()) : $place.pos;
  tr.replaceWith(at, givesWay ? $place.end() : at, content);
  if (selection.from >= from && selection.to <= to) {
    tr.setSelection(selection.map(tr.doc, StepMap.offset(at - from)));
  }
  return true;
};

type Move = { readonly stretch: Stretch; readonly target: number };

// Across the border of a section: to the end of the one before, or to the first block of the one after.
const overBorder = ($from: Selection['$from'], direction: Direction): number | null => {
  const index = $from.index(0) + (direction === 'up' ? -1 : 1);
  const neighbour = $from.doc.maybeChild(index);
  if (neighbour?.type.name !== 'section') return null;
  return direction === 'up' ? $from.before(1) - 1 : firstBlockOf(neighbour, $from.after(1) + 1);
};

const isCaption = (node: ProseMirrorNode): boolean => node.type.name === 'caption';

// Siblings change places as deep inside as they can: an item in its list, at the list's end the list in its section.
const moveFor = ({ $from, $to }: Selection, direction: Direction): Move | null => {
  for (let depth = $from.sharedDepth($to.pos); depth > 0; depth -= 1) {
    const parent = $from.node(depth);
    const [first, after] = [$from.index(depth), $to.indexAfter(depth)];
    if (!orderedParents.has(parent.type.name) || after === first) continue;
    if (parent.child(first).type.name === 'sectionHeading') return null;
    // Pictures change places; the caption under them stays where it is.
    if (isCaption(parent.child(after - 1))) continue;
    const stretch = { from: $from.posAtIndex(first, depth), to: $from.posAtIndex(after, depth) };
    const sibling = parent.maybeChild(direction === 'up' ? first - 1 : after);
    if (sibling && sibling.type.name !== 'sectionHeading' && !isCaption(sibling)) {
      const target = direction === 'up' ? stretch.from - sibling.nodeSize : stretch.to + sibling.nodeSize;
      return { stretch, target };
    }
    if (parent.type.name !== 'section') continue;
    const target = overBorder($from, direction);
    return target === null ? null : { stretch, target };
  }
  return null;
};

/**
 * Moves the block with the caret, or all blocks that the selection touches, past its neighbour, and over the border of a
 * section. Inside a list the item moves, in a gallery the figure; at its end it takes the list or gallery along. Headlines
 * and section headings stay.
 */
export const moveBlock =
  (direction: Direction): Command =>
  (state, dispatch) => {
    const move = moveFor(state.selection, direction);
    if (!move) return false;
    if (!dispatch) return true;
    const { tr } = state;
    moveStretch(tr, move.stretch, move.target);
    dispatch(tr.scrollIntoView());
    return true;
  };

/** Moves the block that begins at `from` to `target`, a position between blocks, as a drop does; the caret goes into it. */
export const moveBlockTo =
  (from: number, target: number): Command =>
  (state, dispatch) => {
    const block = state.doc.nodeAt(from);
    const { tr } = state;
    const to = from + (block?.nodeSize ?? 0);
    const $target = state.doc.resolve(target);
    if (!block || !$target.parent.canReplaceWith($target.index(), $target.index(), block.type)) return false;
    tr.setSelection(TextSelection.near(state.doc.resolve(Math.min(from + 1, to)), 1));
    if (!moveStretch(tr, { from, to }, target)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
