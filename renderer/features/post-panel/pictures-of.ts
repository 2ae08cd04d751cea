import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { mediaOf } from '../../../core/document/text.ts';

/** A picture of a post's text, with what its first figure says of it; empty where it says nothing. */
export type PictureOfText = { readonly sha256: string; readonly alt: string; readonly credit: string };

/** The pictures of a document in their order, each once. */
export const picturesOf = (document: ProseMirrorNode): readonly PictureOfText[] => {
  const words = new Map<string, Omit<PictureOfText, 'sha256'>>();
  document.descendants((node) => {
    const { media, alt } = node.attrs;
    if (node.type.name === 'figure' && typeof media === 'string' && !words.has(media)) {
      words.set(media, { alt: String(alt).trim(), credit: node.lastChild?.textContent.trim() ?? '' });
    }
    return !node.isTextblock;
  });
  return mediaOf(document).map((sha256) => ({ sha256, ...(words.get(sha256) ?? { alt: '', credit: '' }) }));
};
