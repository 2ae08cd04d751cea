import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { schema } from '../document/schema.ts';
import { checked, nodeType, type Reading } from './reading.ts';

/** A part of a post's markup, by offsets, and how it is read: as one block, or null when no node holds what it says. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly read: (reading: Reading) => ProseMirrorNode | null;
};

/** Markup as an HTML block, which keeps every character of it. */
export const htmlBlock = (markup: string): ProseMirrorNode =>
  nodeType('rawHtml').create(null, markup === '' ? null : schema.text(markup));

/**
 * Reads a piece; what no node holds is an HTML block. `lossy` tells whether an edit will cost something that it says:
 * an HTML block of a blog may be more than blocks of HTML may hold.
 */
export const readPiece = (
  markup: string,
  piece: Piece,
  knows: Omit<Reading, 'lose'>,
): { readonly node: ProseMirrorNode; readonly lossy: boolean } => {
  let lossy = false;
  const reading: Reading = {
    ...knows,
    lose: () => {
      lossy = true;
    },
  };
  const node = checked(() => piece.read(reading));
  return node ? { node, lossy } : { node: htmlBlock(markup.slice(piece.start, piece.end)), lossy: true };
};
