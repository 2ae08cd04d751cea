import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent } from 'hast';
import { readHtml } from '../rendering/read-html.ts';
import { isElement } from '../rendering/tree.ts';
import { type MarkupRun, markupRuns } from './block-markup.ts';
import { blockOf, isKnownBlock } from './blocks.ts';
import { htmlRuns } from './html-runs.ts';
import { htmlBlock, type Piece } from './piece.ts';
import { isBlank, nodeType, type Reading } from './reading.ts';
import { wordsOf } from './words.ts';

type Block = NonNullable<MarkupRun['block']>;

/** The elements that the block editor writes each of its blocks as. */
const elementsOf: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    paragraph: ['p'],
    heading: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    list: ['ul', 'ol'],
    quote: ['blockquote'],
    pullquote: ['figure'],
    code: ['pre'],
    separator: ['hr'],
    table: ['figure'],
    image: ['figure'],
    video: ['figure'],
    audio: ['figure'],
    embed: ['figure'],
    group: ['aside'],
  }),
);

const readMore = (content: string, reading: Reading): ProseMirrorNode | null => {
  const [, words] = /^\s*<!--more(.*?)-->\s*$/s.exec(content) ?? [];
  if (words === undefined) return null;
  if (words !== '') reading.lose();
  return nodeType('readMore').create();
};

const readBlock = (block: Block, content: string, reading: Reading): ProseMirrorNode | null => {
  if (block.name === 'html') return htmlBlock(content.replace(/^\r?\n/, '').replace(/\r?\n$/, ''));
  if (!isKnownBlock(block, reading)) return null;
  if (block.name === 'more') return readMore(content, reading);
  const tree = readHtml(content);
  const [element, ...more] = tree?.children.filter((node) => node.type !== 'doctype' && !isBlank(node)) ?? [];
  if (element?.type !== 'element' || more.length > 0) return null;
  return elementsOf.get(block.name)?.includes(element.tagName) ? blockOf(element, reading) : null;
};

/** Line ends in words are line breaks to WordPress (`wpautop`). */
const withBreaks = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: withBreaks(node.children) }];
    if (node.type !== 'text') return [node];
    const afterBreak = isElement(nodes[index - 1], 'br');
    const lines = node.value.replace(/\r\n?/g, '\n').split('\n');
    return lines.flatMap((line, at): ElementContent[] => [
      ...(at > 1 || (at === 1 && !(afterBreak && lines[0]?.trim() === '')) ? [lineBreak] : []),
      { type: 'text', value: line },
    ]);
  });

const lineBreak: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };

/** A line of nothing but a shortcode, which a plugin puts something else in the place of. */
const shortcode = /^\[\/?[a-z][\w-]*(?:\s[^\]]*)?\/?\](?:[\s\S]*\])?$/i;

const readClassic = (markup: string, reading: Reading): ProseMirrorNode | null => {
  if (shortcode.test(markup)) return null;
  const nodes = readHtml(markup)?.children.filter((node) => node.type !== 'doctype') ?? [];
  const [first, ...more] = nodes;
  if (!first) return null;
  if (first.type === 'comment') return more.length === 0 ? readMore(markup, reading) : null;
  if (first.type === 'element' && more.length === 0) {
    const block = blockOf(first.tagName === 'p' ? { ...first, children: withBreaks(first.children) } : first, reading);
    if (block) return block;
  }
  const paragraph = nodeType('paragraph');
  const words = wordsOf(withBreaks(nodes), paragraph, reading);
  return words && paragraph.create(null, words);
};

const classicPieces = (markup: string, from: number, to: number): readonly Piece[] =>
  htmlRuns(markup.slice(from, to), 'empty-line').map(({ start, end }) => ({
    start: from + start,
    end: from + end,
    read: (reading) => readClassic(markup.slice(from + start, from + end), reading),
  }));

/**
 * The pieces of a post of WordPress: its blocks, and between them what a writer of before the block editor would see as
 * paragraphs and blocks.
 */
export const wordpressPieces = (markup: string): readonly Piece[] =>
  markupRuns(markup).flatMap(({ start, end, block }): readonly Piece[] => {
    if (!block) return classicPieces(markup, start, end);
    const content = markup.slice(block.contentStart, block.contentEnd);
    return [{ start, end, read: (reading) => readBlock(block, content, reading) }];
  });

/** How a post of WordPress is written: WordPress itself asks the same question in `has_blocks()`. */
export const wordpressFormat = (markup: string): 'wordpress-blocks' | 'wordpress-classic' =>
  markup.includes('<!-- wp:') ? 'wordpress-blocks' : 'wordpress-classic';
