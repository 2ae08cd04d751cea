import { Transform } from '@tiptap/pm/transform';
import { quotationOf } from '../nodes/quotation/schema.ts';
import type { StoredDocument } from '../post.ts';
import { parseDocument, toStored } from '../schema.ts';

/** Where the quotation goes: in the place of an empty one, else behind what stands in the first section. */
const placeIn = ({ doc }: Transform): { readonly from: number; readonly to: number } | null => {
  let empty: { from: number; to: number } | null = null;
  let end: number | null = null;
  doc.descendants((node, at) => {
    if (node.type.name === 'quotation' && node.textContent === '') empty ??= { from: at, to: at + node.nodeSize };
    if (node.type.name === 'section') end ??= at + node.nodeSize - 1;
    return !node.isTextblock;
  });
  return empty ?? (end === null ? null : { from: end, to: end });
};

/**
 * A new post's document with a source's words as a quotation tied to it; lines become paragraphs. The document as it was where
 * it has no place for one, or cannot be read.
 */
export const withQuotation = (stored: StoredDocument, source: string, words: string): StoredDocument => {
  const parsed = parseDocument(stored);
  if (!parsed.ok) return stored;
  const tr = new Transform(parsed.value);
  const lines = words.split(/\s*\n\s*/).filter(Boolean);
  const quotation = quotationOf(tr.doc.type.schema, source, lines);
  const place = placeIn(tr);
  if (quotation === null || place === null || lines.length === 0) return stored;
  return toStored(tr.replaceWith(place.from, place.to, quotation).doc);
};
