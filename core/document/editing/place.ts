import type { NodeType, Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { Fragment, Slice } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';

/** Where the first block of the section at `start` (the position just inside it) begins: after its heading. */
export const firstBlockOf = (section: ProseMirrorNode, start: number): number => {
  const first = section.firstChild;
  return first?.type.name === 'sectionHeading' ? start + first.nodeSize : start;
};

// The stretch of the document that a new block takes the place of; empty when it only goes in between.
const placeAt = (doc: ProseMirrorNode, $at: ResolvedPos, after: number): { from: number; to: number } => {
  if ($at.depth === 0 || $at.node(1).type.name !== 'section') {
    // The headline, or everything: the first section's first place.
    const start = (doc.firstChild?.nodeSize ?? 0) + 1;
    const from = firstBlockOf(doc.child(1), start);
    return { from, to: from };
  }
  if ($at.depth === 1) {
    const from = Math.max(after, firstBlockOf($at.node(1), $at.start(1)));
    return { from, to: from };
  }
  const block = $at.node(2);
  if (block.type.name === 'sectionHeading') return { from: $at.after(2), to: $at.after(2) };
  const empty = $at.depth === 2 && block.type.name === 'paragraph' && block.content.size === 0;
  return { from: empty ? $at.before(2) : $at.after(2), to: $at.after(2) };
};

/**
 * Puts a block into the section where the writer is, whatever the caret stands in: after the current block, or in its
 * place when that is an empty paragraph. `at` is a document position instead (a drop). Answers where the block begins.
 */
export const placeBlock = (tr: Transaction, block: ProseMirrorNode, at?: number): number => {
  if (at !== undefined) {
    const within = Math.max(0, Math.min(at, tr.doc.content.size));
    const point = dropPoint(tr.doc, within, new Slice(Fragment.from(block), 0, 0));
    if (point !== null) {
      tr.insert(point, block);
      return point;
    }
  }
  const { selection } = tr;
  const $at = at === undefined ? selection.$head : tr.doc.resolve(Math.max(0, Math.min(at, tr.doc.content.size)));
  const after = selection instanceof NodeSelection && at === undefined ? selection.to : $at.pos;
  const { from, to } = placeAt(tr.doc, $at, after);
  tr.replaceWith(from, to, block);
  return from;
};

/** Puts the caret into the first text of the block that begins at `position`. */
export const enterBlock = (tr: Transaction, position: number): Transaction =>
  tr.setSelection(Selection.near(tr.doc.resolve(position + 1), 1)).scrollIntoView();

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
