import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element } from 'hast';
import { readHtml } from '../rendering/read-html.ts';
import { hasClass } from '../rendering/tree.ts';
import { blockOf, textblock } from './blocks.ts';
import { htmlRuns } from './html-runs.ts';
import { htmlBlock, type Piece } from './piece.ts';
import { nodeType, type Reading } from './reading.ts';
import { wordsOf } from './words.ts';

const beginning = /<!--kg-card-begin: ([a-z-]+)-->/g;
const ending = /<!--kg-card-end: ([a-z-]+)-->/g;

/** Ghost makes the places in headings itself. */
const withoutPlace = (element: Element): Element => {
  const { id: _, ...properties } = element.properties;
  return /^h[1-6]$/.test(element.tagName) ? { ...element, properties } : element;
};

const readElements = (markup: string, reading: Reading): ProseMirrorNode | null => {
  const nodes = readHtml(markup)?.children.filter((node) => node.type !== 'doctype') ?? [];
  const [first, ...more] = nodes;
  if (first?.type === 'element' && more.length === 0) {
    if (first.tagName === 'blockquote' && hasClass(first, 'kg-blockquote-alt')) {
      const { className: _, ...properties } = first.properties;
      return textblock('pullQuote', { ...first, properties }, reading);
    }
    const block = blockOf(withoutPlace(first), reading);
    if (block) return block;
  }
  const paragraph = nodeType('paragraph');
  const words = wordsOf(
    nodes.filter((node) => node.type !== 'comment'),
    paragraph,
    reading,
  );
  return words && words.length > 0 ? paragraph.create(null, words) : null;
};

const htmlPieces = (markup: string, from: number, to: number): readonly Piece[] =>
  htmlRuns(markup.slice(from, to), 'block').map(({ start, end }) => ({
    start: from + start,
    end: from + end,
    read: (reading) => readElements(markup.slice(from + start, from + end), reading),
  }));

/**
 * The pieces of a post of Ghost: elements, and the cards that its renderer puts between comments (`@tryghost/kg-default-nodes`), of which
 * an HTML card is an HTML block. Cards that are elements (pictures, videos) are blocks where there is a node for them.
 */
export const ghostPieces = (markup: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  const lastEnds = new Map([...markup.matchAll(ending)].map(({ 1: kind = '', index }) => [kind, index]));
  let at = 0;
  for (const match of markup.matchAll(beginning)) {
    const [begin, kind = ''] = match;
    // A card that never ends is a comment like any other.
    if (match.index < at || match.index > (lastEnds.get(kind) ?? -1)) continue;
    const close = `<!--kg-card-end: ${kind}-->`;
    const contentEnd = markup.indexOf(close, match.index);
    const content = markup.slice(match.index + begin.length, contentEnd);
    pieces.push(...htmlPieces(markup, at, match.index));
    at = contentEnd + close.length;
    pieces.push({
      start: match.index,
      end: at,
      read: () => (kind === 'html' ? htmlBlock(content.replace(/^\n/, '').replace(/\n$/, '')) : null),
    });
  }
  return [...pieces, ...htmlPieces(markup, at, markup.length)];
};
