import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { schema } from '../../document/schema.ts';

/** A block directly in a section, and where it begins. */
export type Place = { readonly block: ProseMirrorNode; readonly at: number };

/** The blocks of a document's sections, section headings included, in order. */
export const placesIn = (doc: ProseMirrorNode): readonly Place[] => {
  const places: Place[] = [];
  doc.descendants((node, at, parent) => {
    if (parent?.type.name === 'section') places.push({ block: node, at });
    return node.type.name === 'section';
  });
  return places;
};

/** The document with a word typed into a block, at its first place for words; null when it has none. */
export const withWord = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null => {
  let place: number | null = block.isTextblock ? at + 1 : null;
  block.descendants((node, inner) => {
    if (place === null && node.isTextblock) place = at + 1 + inner + 1;
    return place === null;
  });
  return place === null ? null : new Transform(doc).insert(place, schema.text('Xyzzy ')).doc;
};

/** The document without a block; null when its section needs it. */
export const withoutBlock = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null =>
  doc.resolve(at).parent.childCount > 1 && block.type.name !== 'sectionHeading'
    ? new Transform(doc).delete(at, at + block.nodeSize).doc
    : null;

/** The document with a new paragraph before a block; null where none may stand. */
export const withParagraphBefore = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null => {
  const paragraph = schema.nodes.paragraph?.create(null, schema.text('Quite new.'));
  return paragraph && block.type.name !== 'sectionHeading' ? new Transform(doc).insert(at, paragraph).doc : null;
};

/** The document with a block moved down past the next one of its section; null at the end of it. */
export const movedDown = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null => {
  const next = doc.resolve(at + block.nodeSize).nodeAfter;
  if (!next || block.type.name === 'sectionHeading') return null;
  return new Transform(doc).delete(at, at + block.nodeSize).insert(at + next.nodeSize, block).doc;
};

/** The document with a paragraph split after its first half; null for other blocks and single letters. */
export const split = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null =>
  block.type.name === 'paragraph' && block.content.size > 1
    ? new Transform(doc).split(at + 1 + Math.floor(block.content.size / 2)).doc
    : null;

/** The document with a paragraph joined to the paragraph before it; null for other blocks. */
export const joined = (doc: ProseMirrorNode, { block, at }: Place): ProseMirrorNode | null => {
  const before = doc.resolve(at).nodeBefore;
  return block.type.name === 'paragraph' && before?.type.name === 'paragraph' ? new Transform(doc).join(at).doc : null;
};
