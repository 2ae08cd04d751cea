import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Root } from 'hast';
import { contentHash } from '../document/content-hash.ts';
import { type HtmlFacts, toHtmlTrees } from '../document/html-tree.ts';
import type { Origin } from '../document/origin.ts';
import type { Source } from '../sources/source.ts';
import { withoutSlots } from './media-slots.ts';
import { inertView } from './raw-html.ts';
import { serialise } from './serialise.ts';
import { withSlots } from './slotted-tree.ts';

/** A post of which some blocks are written as the blog had them. */
export type WrittenOriginals = {
  readonly html: string;
  /** The same with the blog's own markup as it may be shown. */
  readonly view: string;
  /** The tree of the blocks that were written anew, with slots: what rendering looks for pictures and things to note in. */
  readonly anew: Root;
  /** How many edited blocks said something on the blog that they cannot say here. */
  readonly losses: number;
};

type Placed = { readonly block: ProseMirrorNode; readonly section: ProseMirrorNode; readonly hash: string };

const placedIn = (doc: ProseMirrorNode, sources: readonly Source[]): readonly Placed[] =>
  doc.children
    .filter((section) => section.type.name === 'section')
    .flatMap((section) => section.children.map((block) => ({ block, section, hash: contentHash(block, sources) })));

/**
 * The original of every block that says what its original said. A block that lost its number on the way, as in a cut and paste,
 * gets one that nobody else has, if it has words to be known by.
 */
const originalsOf = (placed: readonly Placed[], { blocks }: Origin): ReadonlyMap<Placed, number> => {
  const found = new Map<Placed, number>();
  const taken = new Set<number>();
  for (const each of placed) {
    const { original } = each.block.attrs;
    if (typeof original !== 'number' || blocks[original]?.hash !== each.hash) continue;
    found.set(each, original);
    taken.add(original);
  }
  const left = Map.groupBy(
    [...blocks.keys()].filter((index) => !taken.has(index)),
    (index) => blocks[index]?.hash,
  );
  const nextOf = new Map([...left].map(([hash, indexes]) => [hash, indexes.values()]));
  for (const each of placed) {
    if (found.has(each) || each.block.textContent === '') continue;
    const { value } = nextOf.get(each.hash)?.next() ?? {};
    if (value !== undefined) found.set(each, value);
  }
  return found;
};

const oneBlock = (doc: ProseMirrorNode, { section, block }: Placed): ProseMirrorNode =>
  doc.copy(Fragment.from(section.copy(Fragment.from(block))));

type Part = { readonly index: number | null; readonly html: string; readonly view: string };

const inert = (markup: string): string => serialise(inertView(markup));

/** What stands around all of a post, as it may be shown: the wrapper of Blogger's older editor says which way the post runs. */
const inertAround = (start: string, end: string): readonly [string, string] => {
  const place = '<hr/>';
  const [before = '', ...after] = inert(start + place + end).split(place);
  return [before, after.join(place)];
};

/** Neighbours on the blog have between them what they had there; what stood at the start and the end of the post stays there. */
const join = (parts: readonly Part[], { blocks, end }: Origin, gap: string, what: 'html' | 'view'): string => {
  const written = what === 'html' ? withoutSlots : inert;
  const between = (one: Part, other: Part): string => {
    const follows = one.index !== null && other.index === one.index + 1;
    return follows ? written(blocks[one.index + 1]?.gap ?? gap) : gap;
  };
  const start = blocks[0]?.gap ?? '';
  const [before, after] = what === 'html' ? [start, end].map(withoutSlots) : inertAround(start, end);
  const body = parts.map((part, at) => {
    const previous = parts[at - 1];
    return (previous ? between(previous, part) : '') + part[what];
  });
  return before + body.join('') + after;
};

/** The trees of the blocks that are written anew, and that of their footnotes. Only the first read-more break counts. */
const treesOf = (
  doc: ProseMirrorNode,
  placed: readonly Placed[],
  originals: ReadonlyMap<Placed, number>,
  facts: HtmlFacts,
): { readonly byBlock: ReadonlyMap<Placed, Root>; readonly endnotes: Root | undefined } => {
  const firstBreak = placed.find(({ block }) => block.type.name === 'readMore');
  const fresh = placed.filter(
    (each) => !originals.has(each) && (each === firstBreak || each.block.type.name !== 'readMore'),
  );
  const trees = toHtmlTrees(
    doc,
    fresh.map((each) => oneBlock(doc, each)),
    facts,
  ).map(withSlots);
  const byBlock = new Map<Placed, Root>();
  fresh.forEach((each, index) => {
    const tree = trees[index];
    if (tree) byBlock.set(each, tree);
  });
  return { byBlock, endnotes: trees[fresh.length] };
};

/**
 * Writes a document for the blog that it came from: blocks that say what they said there as the very characters of their markup,
 * white space between neighbours included, all others through `write`. The blog's markup may be hostile; nothing in it is
 * filled, and `view` shows it inert.
 */
export const writeOriginals = (
  doc: ProseMirrorNode,
  origin: Origin,
  { facts, gap, write }: { readonly facts: HtmlFacts; readonly gap: string; readonly write: (tree: Root) => string },
): WrittenOriginals => {
  const placed = placedIn(doc, facts.sources);
  const originals = originalsOf(placed, origin);
  const { byBlock, endnotes } = treesOf(doc, placed, originals, facts);
  const parts: Part[] = [];
  const add = (tree: Root, index: number | null): void => {
    const html = write(tree);
    if (html !== '') parts.push({ index, html, view: html });
  };
  let losses = 0;
  for (const each of placed) {
    const kept = originals.get(each);
    const number = kept ?? Number(each.block.attrs.original ?? -1);
    const original = origin.blocks[number];
    const tree = byBlock.get(each);
    if (tree) {
      if (original?.lossy) losses += 1;
      add(tree, original ? number : null);
    } else if (kept !== undefined && original) {
      const { markup } = original;
      parts.push({ index: kept, html: withoutSlots(markup), view: inert(markup) });
    }
  }
  if (endnotes) add(endnotes, null);
  const anew: Root = {
    type: 'root',
    children: [...byBlock.values(), ...(endnotes ? [endnotes] : [])].flatMap((it) => it.children),
  };
  return { html: join(parts, origin, gap, 'html'), view: join(parts, origin, gap, 'view'), anew, losses };
};
