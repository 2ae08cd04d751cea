import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { AttributeKind } from './attributes.ts';
import { isNote } from './note.ts';
import { declaredAttributes } from './schema.ts';

const lineOf = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words of a text block without those of its notes. */
const wordsOf = (block: ProseMirrorNode): string =>
  block.children.map((child) => (isNote(child) ? '' : (child.text ?? '\n'))).join('');

/** The words of a text block, then those of its notes, each on a line of its own. */
const textOf = (block: ProseMirrorNode): string =>
  [wordsOf(block), ...block.children.filter(isNote).map(({ textContent }) => textContent)].join('\n');

const isCaptioning = (node: ProseMirrorNode): boolean => node.type.isInGroup('captioning');

const textblocks = (doc: ProseMirrorNode): readonly ProseMirrorNode[] => {
  const found: ProseMirrorNode[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) found.push(node);
    return !node.isTextblock;
  });
  return found;
};

/** The words of a text block on one line, without those of its notes. */
export const lineOfBlock = (block: ProseMirrorNode): string => lineOf(wordsOf(block));

/** The headline on one line; empty while there is none. */
export const headlineOf = (doc: ProseMirrorNode): string => lineOf(doc.firstChild?.textContent ?? '');

/** The post's text without headline, captions and credits; a line per text block and per footnote. */
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

/** The credits of pictures and videos, each once, without space around them. */
export const creditsOf = (doc: ProseMirrorNode): readonly string[] => {
  const credits = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === 'credit') credits.add(textOf(node).trim());
    return !node.isTextblock;
  });
  credits.delete('');
  return [...credits];
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
    if (node.type.name === 'paragraph' || node.type.name === 'heading') prose = lineOf(`${prose} ${wordsOf(node)}`);
    return !node.isTextblock;
  });
  return prose;
};

/** The first words of the text for the library's list, without footnotes: one line, at most 200 characters. */
export const firstWords = (doc: ProseMirrorNode): string => excerptOf(doc, 200);

/** An excerpt without footnotes for platforms that want one when the writer gave none: one line, at most `limit` characters. */
export const excerptOf = (doc: ProseMirrorNode, limit = 300): string => shorten(proseOf(doc, limit), limit);

const filesOf = (doc: ProseMirrorNode, kind: AttributeKind): readonly string[] => {
  const found = new Set<string>();
  doc.descendants((node) => {
    for (const [name, declaration] of declaredAttributes.get(node.type.name) ?? []) {
      const value: unknown = node.attrs[name];
      if (declaration.kind === kind && typeof value === 'string') found.add(value);
    }
    return !node.isTextblock;
  });
  return [...found];
};

/** SHA-256 of every picture that an attribute declares, each once, in the order of the document. */
export const mediaOf = (doc: ProseMirrorNode): readonly string[] => filesOf(doc, 'image');

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

/** How long a text is: its words, and the seconds that reading it silently takes. */
export type TextLength = { readonly words: number; readonly seconds: number };

/**
 * Words a minute, and for Chinese and Japanese characters a minute: the texts of the International Reading Speed Test
 * were read at 228 words in English, 255 characters in Chinese and 357 in Japanese (Trauzettel-Klosinski and Dietz 2012,
 * https://doi.org/10.1167/iovs.11-8284).
 */
const pace = { words: 230, characters: 300 } as const;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

const withoutSpaces = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const lengths = new WeakMap<ProseMirrorNode, TextLength>();

const measure = (block: ProseMirrorNode): TextLength => {
  if (block.type.name === 'rawHtml') return noLength;
  const measured = lengths.get(block);
  if (measured !== undefined) return measured;
  let count = 0;
  let minutes = 0;
  for (const { isWordLike, segment } of words.segment(textOf(block))) {
    if (!isWordLike) continue;
    count += 1;
    minutes += withoutSpaces.test(segment) ? [...segment].length / pace.characters : 1 / pace.words;
  }
  const length = { words: count, seconds: minutes * 60 };
  lengths.set(block, length);
  return length;
};

/** Two lengths, one after the other. */
export const addLengths = (one: TextLength, other: TextLength): TextLength => ({
  words: one.words + other.words,
  seconds: one.seconds + other.seconds,
});

/** The length of nothing. */
export const noLength: TextLength = { words: 0, seconds: 0 };

/**
 * How long a document or a part of it is, headline, captions and footnotes included. Words are parted as Unicode does (UAX #29), so
 * that scripts without spaces count too. The source of HTML blocks is markup and counts for nothing. Unchanged paragraphs are not measured again.
 */
export const lengthOf = (doc: ProseMirrorNode): TextLength =>
  (doc.isTextblock ? [doc] : textblocks(doc)).map(measure).reduce(addLengths, noLength);

/** How many words a document or a part of it has. */
export const wordCount = (doc: ProseMirrorNode): number => lengthOf(doc).words;

/** How many words stand between two positions. Blocks that lie there whole are not counted again. */
export const wordsBetween = (doc: ProseMirrorNode, from: number, to: number): number => {
  let count = 0;
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true;
    const start = Math.max(0, from - at - 1);
    const end = Math.min(node.content.size, to - at - 1);
    count += wordCount(start === 0 && end === node.content.size ? node : node.cut(start, end));
    return false;
  });
  return count;
};
