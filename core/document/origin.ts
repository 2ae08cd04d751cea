import { Extension } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type Declaration, declareAttributes } from './attributes.ts';
import { isRecord } from './hostile.ts';

/** The ways to write a post that are read: WordPress's block markup, its HTML of before the block editor, Ghost's HTML with cards, and Blogger's HTML. */
export const originFormats = ['wordpress-blocks', 'wordpress-classic', 'ghost', 'blogger'] as const;
export type OriginFormat = (typeof originFormats)[number];

/** One block as the blog had it. */
export type OriginalBlock = {
  /** Its very characters. They may be hostile: only `core/rendering/originals.ts` writes them out, to the blog they came from. */
  readonly markup: string;
  /** What stood between it and the block before it: white space, mostly. */
  readonly gap: string;
  /** `contentHash` of the node that it was read as; while a node has it, nothing was edited. */
  readonly hash: string;
  /** Whether it said something that the node cannot hold (a class, an alignment) and that goes when it is edited. */
  readonly lossy: boolean;
};

/**
 * Where a post came from: all of its markup in pieces. `gap` and `markup` of every block, then `end`, are the string that the
 * blog gave. `blog` names the connected blog; to no other one is a piece ever sent.
 */
export type Origin = {
  readonly format: OriginFormat;
  readonly blog: string;
  readonly blocks: readonly OriginalBlock[];
  readonly end: string;
};

/** The longest markup of a post that is taken in, in UTF-16 units; WordPress's own database column holds 4 GB, no written post 1 MB. */
export const longestMarkup = 8_000_000;

const isOriginalBlock = (value: unknown): value is OriginalBlock =>
  isRecord(value) &&
  typeof value.markup === 'string' &&
  typeof value.gap === 'string' &&
  typeof value.hash === 'string' &&
  typeof value.lossy === 'boolean';

const isOrigin = (value: unknown): value is Origin => {
  if (!isRecord(value) || !Array.isArray(value.blocks)) return false;
  if (!originFormats.some((format) => format === value.format)) return false;
  if (typeof value.blog !== 'string' || typeof value.end !== 'string') return false;
  if (!value.blocks.every(isOriginalBlock)) return false;
  const length = value.blocks.reduce((sum, { gap, markup }) => sum + gap.length + markup.length, value.end.length);
  return length <= longestMarkup;
};

/** On the document: the blog's own markup; null for a post that was written here. */
export const originAttr: Declaration = {
  kind: 'setting',
  html: 'data-origin',
  internal: true,
  initial: null,
  accepts: (value) => value === null || isOrigin(value),
  read: () => undefined,
};

/** On a block: which of the origin's blocks it was; null for a new one. It says nothing of what the block has become since. */
const originalAttr: Declaration = {
  kind: 'setting',
  html: 'data-original',
  internal: true,
  initial: null,
  accepts: (value) => value === null || (Number.isSafeInteger(value) && Number(value) >= 0),
  read: () => undefined,
};

/** Gives every block the number of its original. A block that is split off another one has none. */
export const originalNumbers = (types: readonly string[]): Extension =>
  Extension.create({
    name: 'original',
    addGlobalAttributes() {
      const { original = {} } = declareAttributes({ original: originalAttr });
      return [{ types: [...types], attributes: { original: { ...original, keepOnSplit: false } } }];
    },
  });

/** Where a document came from; null for one that was written here. */
export const originOf = (doc: ProseMirrorNode): Origin | null => (doc.attrs.origin as Origin | null) ?? null;

/** The same block without the number of its original. */
export const withoutOriginal = (block: ProseMirrorNode): ProseMirrorNode =>
  (block.attrs.original ?? null) === null
    ? block
    : block.type.create({ ...block.attrs, original: null }, block.content, block.marks);

/** A document that keeps its content and forgets where it came from. */
export const withoutOrigin = (doc: ProseMirrorNode): ProseMirrorNode =>
  doc.type.create(
    { ...doc.attrs, origin: null },
    Fragment.from(doc.children.map((section) => section.copy(Fragment.from(section.children.map(withoutOriginal))))),
  );
