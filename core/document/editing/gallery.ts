import { Fragment, type Node as ProseMirrorNode, Slice } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection, Plugin, type Transaction } from '@tiptap/pm/state';
import { ReplaceAroundStep } from '@tiptap/pm/transform';
import { maxGalleryPictures } from '../gallery-size.ts';
import { nodeTypeOf } from '../node-type.ts';

/** A gallery, and where it begins in the document. */
export type PlacedGallery = { readonly at: number; readonly node: ProseMirrorNode };

/** How many pictures a gallery holds. */
export const pictureCount = (gallery: ProseMirrorNode): number => gallery.childCount - 1;

/** The gallery that is selected, or that holds the caret or the selected figure; null elsewhere. */
export const galleryAtCaret = ({ selection }: EditorState): PlacedGallery | null => {
  if (selection instanceof NodeSelection && selection.node.type.name === 'gallery') {
    return { at: selection.from, node: selection.node };
  }
  const { $from, to } = selection;
  for (let depth = $from.sharedDepth(to); depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name === 'gallery') return { at: $from.before(depth), node };
  }
  return null;
};

/** Puts a gallery's figures in its place, and the words of its own caption into a paragraph after them. */
const unwrap = (tr: Transaction, { at, node }: PlacedGallery): void => {
  const caption = node.lastChild;
  const words = caption?.content ?? Fragment.empty;
  const below =
    words.size > 0 ? Fragment.from(nodeTypeOf(tr.doc.type.schema, 'paragraph').create(null, words)) : Fragment.empty;
  const end = at + node.nodeSize;
  const figuresEnd = end - 1 - (caption?.nodeSize ?? 0);
  tr.step(new ReplaceAroundStep(at, end, at + 1, figuresEnd, new Slice(below, 0, 0), 0));
};

/** The figures that a command makes a gallery of: from before the first to after the last. */
type Stretch = { readonly from: number; readonly to: number; readonly count: number };

/**
 * The neighbouring figures that the selection touches; with the caret in one of them, or one selected, all that stand
 * beside it. Null when these are fewer than two or too many, or other blocks are selected with them.
 */
export const neighbouringFigures = ({ selection: { $from, $to } }: EditorState): Stretch | null => {
  let depth = $from.sharedDepth($to.pos);
  while (depth > 0 && ($from.node(depth).inlineContent || $from.node(depth).type.name === 'figure')) depth -= 1;
  const parent = $from.node(depth);
  if (parent.type.name === 'gallery') return null;
  const isFigure = (index: number): boolean => parent.maybeChild(index)?.type.name === 'figure';
  let [first, after] = [$from.index(depth), $to.indexAfter(depth)];
  for (let index = first; index < after; index += 1) if (!isFigure(index)) return null;
  if (after - first === 1) {
    while (isFigure(first - 1)) first -= 1;
    while (isFigure(after)) after += 1;
  }
  const count = after - first;
  return count > 1 && count <= maxGalleryPictures
    ? { from: $from.posAtIndex(first, depth), to: $from.posAtIndex(after, depth), count }
    : null;
};

/** Makes a gallery of neighbouring figures (`neighbouringFigures`); the selection stays where it is. */
export const makeGallery: Command = (state, dispatch) => {
  const figures = neighbouringFigures(state);
  const { gallery } = state.schema.nodes;
  if (!figures || !gallery) return false;
  const frame = gallery.create(null, nodeTypeOf(state.schema, 'caption').create());
  const { from, to } = figures;
  const step = new ReplaceAroundStep(from, to, from, to, new Slice(Fragment.from(frame), 0, 0), 1);
  const { tr } = state;
  if (tr.maybeStep(step).failed !== null) return false;
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Takes the gallery at the caret apart: its figures stay in their order, its caption becomes a paragraph after them. */
export const takeApart: Command = (state, dispatch) => {
  const gallery = galleryAtCaret(state);
  if (!gallery) return false;
  const { tr } = state;
  unwrap(tr, gallery);
  dispatch?.(tr.scrollIntoView());
  return true;
};

const inOneLine = (doc: ProseMirrorNode, from: number, to: number): boolean => {
  const $from = doc.resolve(from);
  return $from.parent.isTextblock && to <= $from.end();
};

/** Where a transaction changed more than the words of a line: pairs of positions in the document that it made. */
const changedBlocks = (tr: Transaction): readonly (readonly [number, number])[] => {
  const changed: (readonly [number, number])[] = [];
  tr.mapping.maps.forEach((map, index) => {
    const [before, after] = [tr.docs[index], tr.docs[index + 1] ?? tr.doc];
    const later = tr.mapping.slice(index + 1);
    map.forEach((oldFrom, oldTo, from, to) => {
      if (before && inOneLine(before, oldFrom, oldTo) && inOneLine(after, from, to)) return;
      changed.push([later.map(from, -1), later.map(to, 1)]);
    });
  });
  return changed;
};

/** Galleries with a single figure where blocks came, went or moved; typing in a line looks for none. */
const singlesIn = (tr: Transaction): readonly PlacedGallery[] => {
  const found = new Map<number, ProseMirrorNode>();
  for (const [from, to] of changedBlocks(tr)) {
    tr.doc.nodesBetween(Math.max(0, from - 1), Math.min(tr.doc.content.size, to + 1), (node, at) => {
      if (node.type.name === 'gallery' && pictureCount(node) === 1) found.set(at, node);
      return !node.isTextblock;
    });
  }
  return [...found].map(([at, node]) => ({ at, node }));
};

/** Makes a figure of every gallery that a change leaves with one, in the same undo step. */
export const singlePictures = new Plugin({
  appendTransaction: (transactions, _before, state) => {
    const maps = transactions.map(({ mapping }) => mapping);
    const singles = transactions.flatMap((each, index) =>
      singlesIn(each).map(({ at }) => maps.slice(index + 1).reduce((place, mapping) => mapping.map(place), at)),
    );
    if (singles.length === 0) return null;
    const { tr } = state;
    for (const at of [...new Set(singles)].sort((one, other) => other - one)) {
      const node = tr.doc.nodeAt(at);
      if (node?.type.name === 'gallery' && pictureCount(node) === 1) unwrap(tr, { at, node });
    }
    return tr.docChanged ? tr : null;
  },
});
