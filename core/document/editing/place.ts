import type { CommandProps } from '@tiptap/core';
import type { NodeType, Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';

/** Where the first block of the section at `start` (the position just inside it) begins: after its heading. */
export const firstBlockOf = (section: ProseMirrorNode, start: number): number => {
  const first = section.firstChild;
  return first?.type.name === 'sectionHeading' ? start + first.nodeSize : start;
};

type Stretch = { readonly from: number; readonly to: number };

const between = (position: number): Stretch => ({ from: position, to: position });

// Before, between and after the sections: the end of the section before, else the beginning of the first one.
const placeOutside = (doc: ProseMirrorNode, position: number): Stretch => {
  const { nodeBefore } = doc.resolve(position);
  if (nodeBefore?.type.name === 'section') return between(position - 1);
  const headlineSize = doc.firstChild?.nodeSize ?? 0;
  return between(firstBlockOf(doc.child(1), headlineSize + 1));
};

// The stretch of the document that a new block takes the place of; empty when it only goes in between.
const placeAt = (doc: ProseMirrorNode, $at: ResolvedPos): Stretch => {
  if ($at.depth === 0) return placeOutside(doc, $at.pos);
  const section = $at.node(1);
  if (section.type.name !== 'section') return placeOutside(doc, $at.after(1));
  if ($at.depth === 1) return between(Math.max($at.pos, firstBlockOf(section, $at.start(1))));
  const block = $at.node(2);
  const empty = $at.depth === 2 && block.type.name === 'paragraph' && block.content.size === 0;
  return { from: empty ? $at.before(2) : $at.after(2), to: $at.after(2) };
};

// A drop may go deeper than a section, between the blocks of a list item; only where the block fits as it is.
const dropAt = (doc: ProseMirrorNode, $at: ResolvedPos, block: ProseMirrorNode): Stretch | null => {
  const point = dropPoint(doc, $at.pos, new Slice(Fragment.from(block), 0, 0));
  if (point === null) return null;
  const $point = doc.resolve(point);
  return $point.parent.canReplaceWith($point.index(), $point.index(), block.type) ? between(point) : null;
};

/**
 * Puts a block into the section where the writer is, whatever the caret stands in: after the current block, or in its
 * place when that is an empty paragraph. `at` is a document position instead (a drop). Answers where the block begins.
 */
export const placeBlock = (tr: Transaction, block: ProseMirrorNode, at?: number): number => {
  const { doc, selection } = tr;
  const $at = at === undefined ? selection.$to : doc.resolve(Math.max(0, Math.min(at, doc.content.size)));
  const { from, to } = (at === undefined ? null : dropAt(doc, $at, block)) ?? placeAt(doc, $at);
  tr.replaceWith(from, to, block);
  return from;
};

/** Puts the caret into the first text of the block that begins at `position`. */
export const enterBlock = (tr: Transaction, position: number): Transaction =>
  tr.setSelection(Selection.near(tr.doc.resolve(position + 1), 1)).scrollIntoView();

/**
 * The command that puts a new block near the document position `at`, or where the writer is, with the caret in its first text. It
 * cannot run without a block, which is what attributes that do not fit make.
 */
export const insertBlock =
  (block: ProseMirrorNode | null, at?: number) =>
  ({ tr, dispatch }: Pick<CommandProps, 'tr' | 'dispatch'>): boolean => {
    if (block && dispatch) enterBlock(tr, placeBlock(tr, block, at));
    return block !== null;
  };

/**
 * Puts the caret into the paragraph after the block that begins at `position`; makes one where none follows.
 * For blocks without text of their own.
 */
export const goOnAfter = (tr: Transaction, position: number): Transaction => {
  const after = position + (tr.doc.nodeAt(position)?.nodeSize ?? 0);
  const next = tr.doc.resolve(after).nodeAfter;
  const paragraph = tr.doc.type.schema.nodes.paragraph?.createAndFill();
  if (!next?.isTextblock && paragraph) tr.insert(after, paragraph);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(after + 1), 1)).scrollIntoView();
};

/**
 * Whether every text block of the selection can become an item of a list of this type where it stands. Headlines,
 * captions and attributions cannot.
 */
export const canBeListed = (state: EditorState, list: NodeType): boolean => {
  const { $from, $to, from, to } = state.selection;
  if ($from.sharedDepth($to.pos) < 1) return false;
  let textblocks = 0;
  let refused = 0;
  state.doc.nodesBetween(from, to, (node, _position, parent, index) => {
    if (!node.isTextblock) return true;
    textblocks += 1;
    const listed = parent?.type.name === 'listItem' || parent?.canReplaceWith(index, index + 1, list);
    if (!listed) refused += 1;
    return false;
  });
  return textblocks > 0 && refused === 0;
};
