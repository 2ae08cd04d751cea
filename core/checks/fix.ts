import type { Transform } from '@tiptap/pm/transform';
import { quoteWords } from '../document/editing/quote-words.ts';
import type { Source } from '../sources/source.ts';
import type { CheckFix, TextPlace } from './check.ts';

/** Fixes that change the text; the others change a source or a field. */
export type TextFix = Extract<
  CheckFix,
  { readonly name: 'own-work' | 'decorative' | 'tie' | 'quote' | 'unlink' | 'relabel' }
>;

/** Whether a fix changes the text of the post. */
export const isTextFix = (fix: CheckFix): fix is TextFix =>
  fix.name !== 'publisher' && fix.name !== 'excerpt' && fix.name !== 'picture' && fix.name !== 'transcript';

type Range = { readonly from: number; readonly to: number };

const tie = (tr: Transform, { from, to }: Range, source: string | null): void => {
  // The place of a quotation is the words within it.
  const quotation = tr.doc.nodeAt(from - 1);
  if (quotation?.type.name === 'quotation' && from - 1 + quotation.nodeSize === to + 1) {
    tr.setNodeAttribute(from - 1, 'source', source);
    return;
  }
  const { citation } = tr.doc.type.schema.marks;
  if (!citation) return;
  tr.removeMark(from, to, citation);
  if (source !== null) tr.addMark(from, to, citation.create({ source }));
};

/** The marks of the first word stay on the words that take the place of it. */
const relabel = (tr: Transform, { from, to }: Range, label: string): void => {
  const marks = tr.doc.resolve(from).nodeAfter?.marks ?? [];
  tr.replaceWith(from, to, tr.doc.type.schema.text(label, marks));
};

/** Makes the change that a finding offers in the document that it was found in. */
export const fixText = (tr: Transform, place: TextPlace, fix: TextFix): void => {
  if (place.kind === 'block') {
    if (fix.name === 'own-work') tr.setNodeAttribute(place.from, 'ownWork', true);
    if (fix.name === 'decorative') tr.setNodeAttribute(place.from, 'decorative', true);
  }
  if (place.kind === 'words') {
    if (fix.name === 'tie') tie(tr, place, fix.source);
    if (fix.name === 'quote') quoteWords(tr, place.from, place.to, fix.source);
    if (fix.name === 'unlink') tie(tr, place, null);
    if (fix.name === 'relabel') relabel(tr, place, fix.label);
  }
};

/** The sources with the publisher that a finding offers for one of them. */
export const withPublisher = (sources: readonly Source[], id: string, publisher: string): readonly Source[] =>
  sources.map((source) => (source.id === id ? { ...source, publisher } : source));
