import type { Node as ProseMirrorNode, ResolvedPos, Schema } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state';
import { maxGalleryPictures } from '../gallery-size.ts';
import { nodeTypeOf } from '../node-type.ts';
import type { FigureAttributes } from '../nodes/figure/schema.ts';
import { pictureCount } from './gallery.ts';
import { enterBlock, placeBlock } from './place.ts';

type Picture = Partial<FigureAttributes>;

const figureOf = (schema: Schema, picture: Picture): ProseMirrorNode => {
  const figure = nodeTypeOf(schema, 'figure').createAndFill(picture);
  if (!figure) throw new Error('A figure cannot be made of a picture alone.');
  return figure;
};

/** How pictures that come in together stand: each a figure by itself, or in a gallery. */
export type Arrangement = 'figures' | 'gallery';

/** The blocks that figures make in a gallery: a figure of one, and further galleries where one cannot hold them. */
const blocksOf = (schema: Schema, all: readonly ProseMirrorNode[]): readonly ProseMirrorNode[] => {
  const blocks: ProseMirrorNode[] = [];
  for (let first = 0; first < all.length; first += maxGalleryPictures) {
    const figures = all.slice(first, first + maxGalleryPictures);
    const caption = nodeTypeOf(schema, 'caption').create();
    const [only] = figures;
    blocks.push(
      figures.length === 1 && only ? only : nodeTypeOf(schema, 'gallery').create(null, [...figures, caption]),
    );
  }
  return blocks;
};

/** The place for new figures in a gallery: where `at` is between its figures, else after the figure there or at its end. */
const placeIn = ($at: ResolvedPos): { readonly depth: number; readonly at: number } | null => {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const gallery = $at.node(depth);
    if (gallery.type.name !== 'gallery') continue;
    const index = Math.min($at.depth === depth ? $at.index(depth) : $at.indexAfter(depth), pictureCount(gallery));
    return { depth, at: $at.posAtIndex(index, depth) };
  }
  return null;
};

const caretPlace = (state: EditorState): ResolvedPos => {
  const { selection } = state;
  const isGallery = selection instanceof NodeSelection && selection.node.type.name === 'gallery';
  return isGallery ? state.doc.resolve(selection.to - 1) : selection.$to;
};

/**
 * Adds figures to the gallery at the caret, after the figure there, or at the document position `at` in one. What it
 * cannot hold any more stands after it. The caret goes into the first caption. False outside of galleries.
 */
export const addFigures =
  (figures: readonly ProseMirrorNode[], at?: number): Command =>
  (state, dispatch) => {
    const $at = at === undefined ? caretPlace(state) : state.doc.resolve(at);
    const place = placeIn($at);
    if (!place || figures.length === 0) return false;
    const { tr, schema } = state;
    const room = maxGalleryPictures - pictureCount($at.node(place.depth));
    const after = $at.after(place.depth);
    for (const block of blocksOf(schema, figures.slice(room)).toReversed()) tr.insert(after, block);
    tr.insert(place.at, figures.slice(0, room));
    dispatch?.(enterBlock(tr, room > 0 ? place.at : after));
    return true;
  };

/** Adds pictures to a gallery as figures without words; see `addFigures`. */
export const addPictures =
  (pictures: readonly Picture[], at?: number): Command =>
  (state, dispatch) =>
    addFigures(
      pictures.map((picture) => figureOf(state.schema, picture)),
      at,
    )(state, dispatch);

/** Gives its picture to a figure that has none: the one with the caret, or around the document position `at`. */
const fillFigure =
  (pictures: readonly Picture[], at?: number): Command =>
  (state, dispatch) => {
    const [picture, ...more] = pictures;
    const { selection, doc, tr } = state;
    const selected = at === undefined && selection instanceof NodeSelection;
    const $in = selected ? doc.resolve(selection.from + 1) : at === undefined ? selection.$to : doc.resolve(at);
    for (let depth = $in.depth; depth > 0; depth -= 1) {
      const { type, attrs } = $in.node(depth);
      if (type.name !== 'figure' || attrs.media !== null || !picture || more.length > 0) continue;
      for (const [name, value] of Object.entries(picture)) tr.setNodeAttribute($in.before(depth), name, value);
      dispatch?.(enterBlock(tr, $in.before(depth)));
      return true;
    }
    return false;
  };

/**
 * Puts pictures after the block with the caret, or near the document position `at`; in a gallery they are added to it,
 * however they were to stand, and a single one fills a figure without a picture. The caret goes into the first caption.
 */
export const insertPictures =
  (pictures: readonly Picture[], arrangement: Arrangement, at?: number): Command =>
  (state, dispatch) => {
    if (fillFigure(pictures, at)(state, dispatch) || addPictures(pictures, at)(state, dispatch)) return true;
    const { tr, schema } = state;
    const figures = pictures.map((picture) => figureOf(schema, picture));
    const [first, ...more] = arrangement === 'gallery' ? blocksOf(schema, figures) : figures;
    if (!first) return false;
    const place = placeBlock(tr, first, at);
    let end = place + first.nodeSize;
    for (const block of more) {
      tr.insert(end, block);
      end += block.nodeSize;
    }
    dispatch?.(enterBlock(tr, place));
    return true;
  };
