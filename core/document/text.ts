import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { declaredAttributes } from './schema.ts';

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

const textOf = (block: ProseMirrorNode): string => block.textBetween(0, block.content.size, '\n', '\n');

const isCaptioning = (node: ProseMirrorNode): boolean => node.type.isInGroup('captioning');

const textblocks = (doc: ProseMirrorNode): readonly ProseMirrorNode[] => {
  const found: ProseMirrorNode[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) found.push(node);
    return !node.isTextblock;
  });
  return found;
};

/** The headline on one line; empty while there is none. */
export const headlineOf = (doc: ProseMirrorNode): string => lineOf(doc.firstChild?.textContent ?? '');

/** The post's text without headline, captions and credits; a line per text block. */
export const plainText = (doc: ProseMirrorNode): string =>
  textblocks(doc)
    .filter((block) => block.type.name !== 'headline' && !isCaptioning(block))
    .map(textOf)
    .filter((line) => line.trim())
    .join('\n');

/** The words about pictures and videos: captions, credits, and the attributes that the reader meets, a line each. */
export const captionsText = (doc: ProseMirrorNode): string => {
  const lines: string[] = [];
  doc.descendants((node) => {
    for (const [name, declaration] of declaredAttributes.get(node.type.name) ?? []) {
      if (declaration.kind === 'text' && declaration.forReader) lines.push(String(node.attrs[name]));
    }
    if (isCaptioning(node)) lines.push(textOf(node));
    return !node.isTextblock;
  });
  return lines.filter((line) => line.trim()).join('\n');
};

/** At most `limit` characters of one line, cut between words, with an ellipsis when something was cut. */
const shorten = (text: string, limit: number): string => {
  const line = lineOf(text);
  if (line.length <= limit) return line;
  // A limit in the middle of a surrogate pair must not leave half a character.
  const cut = line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).replace(/[\s.,;:–-]+$/, '')}…`;
};

// As much of the running text as `limit` needs, and a little more, so that cutting shows.
const proseOf = (doc: ProseMirrorNode, limit: number): string => {
  let prose = '';
  doc.descendants((node) => {
    if (prose.length > limit) return false;
    if (node.type.name === 'paragraph' || node.type.name === 'heading') prose = lineOf(`${prose} ${textOf(node)}`);
    return !node.isTextblock;
  });
  return prose;
};

/** The first words of the text for the library's list: one line, at most 200 characters. */
export const firstWords = (doc: ProseMirrorNode): string => excerptOf(doc, 200);

/** An excerpt for platforms that want one when the writer gave none: one line, at most `limit` characters. */
export const excerptOf = (doc: ProseMirrorNode, limit = 300): string => shorten(proseOf(doc, limit), limit);

/** SHA-256 of every picture that an attribute declares, each once, in the order of the document. */
export const mediaOf = (doc: ProseMirrorNode): readonly string[] => {
  const found = new Set<string>();
  doc.descendants((node) => {
    for (const [name, declaration] of declaredAttributes.get(node.type.name) ?? []) {
      const value: unknown = node.attrs[name];
      if (declaration.kind === 'image' && typeof value === 'string') found.add(value);
    }
    return !node.isTextblock;
  });
  return [...found];
};

/** Ids of the sources that citations and quotations refer to, each once, in the order of the document. */
export const sourcesUsedIn = (doc: ProseMirrorNode): readonly string[] => {
  const found = new Set<string>();
  doc.descendants((node) => {
    for (const { type, attrs } of [node, ...node.marks]) {
      for (const [name, declaration] of declaredAttributes.get(type.name) ?? []) {
        const value: unknown = attrs[name];
        if (declaration.kind === 'source' && typeof value === 'string') found.add(value);
      }
    }
    return true;
  });
  return [...found];
};

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const counts = new WeakMap<ProseMirrorNode, number>();

const countIn = (block: ProseMirrorNode): number => {
  const counted = counts.get(block);
  if (counted !== undefined) return counted;
  let count = 0;
  for (const segment of words.segment(textOf(block))) if (segment.isWordLike) count += 1;
  counts.set(block, count);
  return count;
};

/**
 * How many words a document or a part of it has, headline and captions included, as Unicode parts words (UAX #29), so
 * that scripts without spaces count too. Unchanged paragraphs are not counted again.
 */
export const wordCount = (doc: ProseMirrorNode): number =>
  (doc.isTextblock ? [doc] : textblocks(doc)).reduce((sum, block) => sum + countIn(block), 0);
