import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import { withoutOrigin } from '../document/origin.ts';
import type { Post } from '../document/post.ts';
import { parseDocument, toStored } from '../document/schema.ts';
import { ok, type Result } from '../trouble.ts';
import type { Template } from './template.ts';

/** Headings are what a post is made of; their words stay when all others go. */
const headings = new Set(['heading', 'sectionHeading']);

/** A block with nothing in it: as the schema fills it; null for one that is nothing without its words, like a video. */
const emptied = (block: ProseMirrorNode): ProseMirrorNode | null => {
  try {
    const empty = block.type.createAndFill();
    empty?.check();
    return empty;
  } catch (error) {
    // An attribute that must be there, such as a video's address.
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const frameOf = (block: ProseMirrorNode): ProseMirrorNode | null => {
  // Empty, a gallery has a single figure, and that is one by itself.
  if (block.type.name === 'gallery') return block.firstChild && emptied(block.firstChild);
  if (!headings.has(block.type.name)) return emptied(block);
  const words = block.textContent;
  return block.type.create(block.attrs, words === '' ? null : block.type.schema.text(words));
};

/** Five paragraphs are one place to write in. */
const withoutRepeats = (blocks: readonly ProseMirrorNode[]): readonly ProseMirrorNode[] =>
  blocks.filter((block, at) => {
    const before = blocks[at - 1];
    return headings.has(block.type.name) || before === undefined || !block.eq(before);
  });

const sectionFrame = (section: ProseMirrorNode): ProseMirrorNode => {
  const blocks: ProseMirrorNode[] = [];
  section.forEach((block) => {
    const frame = frameOf(block);
    if (frame) blocks.push(frame);
  });
  const paragraph = section.type.schema.nodes.paragraph;
  const onlyHeading = blocks.every(({ type }) => type.name === 'sectionHeading');
  if (onlyHeading && paragraph) blocks.push(paragraph.create());
  return section.type.create(section.attrs, Fragment.from([...withoutRepeats(blocks)]));
};

/** The post's frame: its sections with their labels, its headings with their words, and one empty place of each kind. */
const frame = (doc: ProseMirrorNode): ProseMirrorNode => {
  const parts: ProseMirrorNode[] = [];
  doc.forEach((part) => {
    parts.push(part.type.name === 'section' ? sectionFrame(part) : part.type.create());
  });
  return doc.type.create(doc.attrs, Fragment.from(parts));
};

/**
 * Makes a template of a post. With `keepText` its words come along, with the sources they name; without it only its frame
 * does. A blog's own markup, slug, tags, notes and the like belong to the one post and stay there.
 */
export const templateOf = (
  post: Pick<Post, 'document' | 'sources'>,
  { name, description, keepText }: { readonly name: string; readonly description: string; readonly keepText: boolean },
): Result<Template> => {
  const doc = parseDocument(post.document);
  if (!doc.ok) return doc;
  if (keepText) {
    // Saved articles are kept for posts alone; a new post may read the page again.
    const sources = post.sources.map((source) => ({ ...source, article: null, readAt: null, waiting: false }));
    return ok({ name, description, document: toStored(withoutOrigin(doc.value)), sources });
  }
  const framed = frame(withoutOrigin(doc.value));
  framed.check();
  return ok({ name, description, document: toStored(framed) });
};
