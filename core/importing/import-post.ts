import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { contentHash } from '../document/content-hash.ts';
import { longestMarkup, type Origin, type OriginalBlock, type OriginFormat } from '../document/origin.ts';
import type { StoredDocument } from '../document/post.ts';
import { parseDocument, schema, toStored } from '../document/schema.ts';
import { parseWebAddress } from '../sources/address.ts';
import type { Source } from '../sources/source.ts';
import { failed, ok, type Result } from '../trouble.ts';
import { bloggerPieces } from './blogger.ts';
import { ghostPieces } from './ghost.ts';
import { type Piece, readPiece } from './piece.ts';
import { type ImportedPicture, type ImportedRecording, nodeType, type Reading } from './reading.ts';
import { wordpressPieces } from './wordpress.ts';

export { wordpressFormat } from './wordpress.ts';
export type { ImportedPicture, ImportedRecording };

/** A post as a blog gave it, and what is known here of what it names. */
export type PostToImport = {
  /** Its stored markup, as an editor of that platform would get it. May be hostile. */
  readonly markup: string;
  readonly format: OriginFormat;
  /** The connected blog's id: the only one that the markup goes back to. */
  readonly blog: string;
  /** The title as plain text. */
  readonly title: string;
  /** The post's sources, where it is known here: links to them become citations. */
  readonly sources: readonly Source[];
  /** The heading that the writer's comment sections have, e.g. "My Comment:". */
  readonly commentHeading: string;
  /**
   * The library's copy of a picture of the blog. A picture without one is kept as HTML; whoever fetches pictures learns the
   * addresses from a first import.
   */
  readonly pictureAt: (address: string) => ImportedPicture | null;
  /** The library's copy of a video or audio file that was sent to the blog from here. One without a copy is kept as HTML. */
  readonly recordingAt: (address: string) => ImportedRecording | null;
};

const piecesOf: Readonly<Record<OriginFormat, (markup: string) => readonly Piece[]>> = {
  'wordpress-blocks': wordpressPieces,
  'wordpress-classic': wordpressPieces,
  ghost: ghostPieces,
  blogger: bloggerPieces,
};

const sourceFinder = (sources: readonly Source[]): Reading['sourceAt'] => {
  const byAddress = new Map<string, Source>();
  for (const source of sources) {
    const address = parseWebAddress(source.url)?.href;
    if (address && !byAddress.has(address)) byAddress.set(address, source);
  }
  return (address) => byAddress.get(address);
};

const isCommentHeading = (block: ProseMirrorNode, heading: string): boolean =>
  block.type.name === 'heading' &&
  block.attrs.level === 2 &&
  heading.trim() !== '' &&
  block.textContent.trim() === heading.trim();

const sectionOf = (kind: string, blocks: readonly ProseMirrorNode[]): ProseMirrorNode =>
  nodeType('section').create(
    { kind, label: '' },
    blocks.every(({ type }) => type.name === 'sectionHeading')
      ? [...blocks, nodeType('paragraph').create()]
      : [...blocks],
  );

/**
 * A blog's post is one run of blocks. A heading that reads like the writer's comment heading begins the comment, and what stands
 * before it is the summary; otherwise the post is one free section.
 */
const sectionsOf = (blocks: readonly ProseMirrorNode[], commentHeading: string): readonly ProseMirrorNode[] => {
  const at = blocks.findIndex((block) => isCommentHeading(block, commentHeading));
  const heading = blocks[at];
  if (!heading) return [sectionOf('free', blocks)];
  const { original } = heading.attrs;
  const title = nodeType('sectionHeading').create({ original }, schema.text(heading.textContent));
  return [
    ...(at > 0 ? [sectionOf('summary', blocks.slice(0, at))] : []),
    sectionOf('comment', [title, ...blocks.slice(at + 1)]),
  ];
};

/** The origin's hashes are those of the nodes as they stand in the document, so they are taken last. */
const withHashes = (
  pieces: readonly Omit<OriginalBlock, 'hash'>[],
  sections: readonly ProseMirrorNode[],
  sources: readonly Source[],
): readonly OriginalBlock[] => {
  const hashes = new Map<unknown, string>();
  for (const section of sections)
    section.forEach((block) => void hashes.set(block.attrs.original, contentHash(block, sources)));
  return pieces.map((piece, index) => ({ ...piece, hash: hashes.get(index) ?? '' }));
};

const documentOf = (
  { markup, format, blog, title, sources, commentHeading, pictureAt, recordingAt }: PostToImport,
  parts: readonly Piece[],
): StoredDocument => {
  const knows = { pictureAt, recordingAt, sourceAt: sourceFinder(sources) };
  const blocks: ProseMirrorNode[] = [];
  const pieces: Omit<OriginalBlock, 'hash'>[] = [];
  let at = 0;
  for (const piece of parts) {
    const { node, lossy } = readPiece(markup, piece, knows);
    blocks.push(node.type.create({ ...node.attrs, original: pieces.length }, node.content));
    pieces.push({ gap: markup.slice(at, piece.start), markup: markup.slice(piece.start, piece.end), lossy });
    at = piece.end;
  }
  const sections = sectionsOf(blocks.length > 0 ? blocks : [nodeType('paragraph').create()], commentHeading);
  const origin: Origin = {
    format,
    blog,
    blocks: withHashes(pieces, sections, sources),
    end: markup.slice(at),
  };
  const words = title.replace(/\s+/g, ' ').trim();
  const headline = nodeType('headline').create(null, words === '' ? null : schema.text(words));
  return toStored(nodeType('doc').create({ origin }, Fragment.from([headline, ...sections])));
};

const asHtml = ({ start, end }: Piece): Piece => ({ start, end, read: () => null });

/**
 * Makes a document of a post that a blog has. Every block keeps the markup that it was read from, so that `render` writes it back
 * to this blog unchanged until it is edited; what no node holds is an HTML block, and so is all of a post that would make more
 * nodes than a document may have. Nothing of the markup is lost, whatever it is; only one that is longer or has more blocks
 * than any post is refused, with `import/too-large`.
 */
export const importPost = (post: PostToImport): Result<StoredDocument> => {
  const tooLarge = failed('import/too-large', { params: { limit: longestMarkup / 1_000_000 } });
  if (post.markup.length > longestMarkup) return tooLarge;
  const pieces = piecesOf[post.format](post.markup);
  for (const parts of [pieces, pieces.map(asHtml)]) {
    const stored = documentOf(post, parts);
    if (parseDocument(stored).ok) return ok(stored);
  }
  return tooLarge;
};
