import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { sectionLength } from './balance.ts';
import type { SectionKind } from './nodes/section/schema.ts';
import { addLengths, lineOfBlock, type TextLength } from './text.ts';

/** One place of a post that a writer goes to by name. */
export type OutlineEntry = {
  readonly kind: 'headline' | 'section' | 'heading' | 'figure' | 'embed' | 'recording';
  /** How deep it stands in the outline, from 1. */
  readonly level: number;
  /** On one line; empty where nothing is written yet. */
  readonly text: string;
  /** Of sections alone. */
  readonly section: { readonly kind: SectionKind; readonly length: TextLength } | null;
  /** Where its node begins and ends in the document. */
  readonly from: number;
  readonly to: number;
};

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const firstOf = (...texts: readonly unknown[]): string =>
  texts.map((text) => onOneLine(typeof text === 'string' ? text : '')).find((text) => text !== '') ?? '';

/** A section goes by the heading that the reader sees, else by its label. */
const titleOf = (section: ProseMirrorNode): string => {
  const { firstChild } = section;
  return firstOf(firstChild?.type.name === 'sectionHeading' ? firstChild.textContent : '', section.attrs.label);
};

const captionOf = (block: ProseMirrorNode): string => block.firstChild?.textContent ?? '';

const blockKinds: readonly OutlineEntry['kind'][] = ['figure', 'embed', 'recording'];

/** Headline, sections, headings, pictures, videos and recordings in the order of the document. */
export const outlineOf = (doc: ProseMirrorNode): readonly OutlineEntry[] => {
  const entries: OutlineEntry[] = [];
  // The levels of the headings that are open at this place of a section.
  let open: readonly number[] = [];
  doc.descendants((node, from) => {
    const { name } = node.type;
    const place = { from, to: from + node.nodeSize, section: null };
    const level = 2 + open.length;
    if (name === 'headline') entries.push({ kind: name, level: 1, text: onOneLine(node.textContent), ...place });
    else if (name === 'section') {
      open = [];
      const { own, quoted } = sectionLength(node);
      const section = { kind: node.attrs.kind as SectionKind, length: addLengths(own, quoted) };
      entries.push({ kind: name, level: 1, text: titleOf(node), ...place, section });
    } else if (name === 'heading') {
      open = open.filter((other) => other < node.attrs.level);
      entries.push({ kind: name, level: 2 + open.length, text: lineOfBlock(node), ...place });
      open = [...open, node.attrs.level];
    } else if (name === 'figure') {
      entries.push({ kind: name, level, text: firstOf(captionOf(node), node.attrs.alt), ...place });
    } else if (name === 'recording') {
      entries.push({ kind: name, level, text: onOneLine(captionOf(node)), ...place });
    } else if (name === 'embed') {
      entries.push({ kind: name, level, text: firstOf(node.attrs.title, captionOf(node)), ...place });
    }
    return !node.isTextblock;
  });
  return entries;
};

/**
 * The index of the entry that a position belongs to: the last heading, section or headline before it, or the picture,
 * video or recording that it is in. -1 where there is none.
 */
export const entryAt = (outline: readonly OutlineEntry[], position: number): number =>
  outline.findLastIndex(({ kind, from, to }) => from <= position && (!blockKinds.includes(kind) || position < to));
