import type { Element, ElementContent, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { PreflightNote } from '../ipc.ts';
import { isLinkAddress, parseWebAddress } from '../sources/address.ts';
import { withoutNoncharacters } from './media-slots.ts';
import { note } from './preflight.ts';
import { readHtml } from './read-html.ts';
import { attribute, elementsIn, hasClass, mapTree } from './tree.ts';

/**
 * What HTML blocks may hold on every platform: nothing that runs, frames, styles or asks for input, and nothing that
 * WordPress takes out of the posts of roles without `unfiltered_html` (`$allowedposttags` in its `kses.php`).
 */
const allowed: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'q', 'cite', 'pre'],
    ...['figure', 'figcaption', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'details', 'summary'],
    ...['div', 'section', 'article', 'aside', 'header', 'footer', 'hr', 'br', 'img', 'a', 'span', 'strong', 'b', 'em'],
    ...['i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sup', 'sub', 'code', 'kbd', 'samp', 'var', 'abbr', 'dfn'],
    ...['ruby', 'rt', 'rp'],
  ],
  attributes: {
    '*': ['dir', 'lang', 'title'],
    a: ['href'],
    blockquote: ['cite'],
    details: ['open'],
    img: ['src', 'alt', 'width', 'height'],
    ol: ['start', 'reversed'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan', 'scope'],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'], cite: ['http', 'https'] },
  strip: ['script', 'style', 'template', 'noscript', 'svg', 'math', 'textarea', 'title', 'select', 'object'],
  clobber: [],
};

/** What a player may say. WordPress keeps these for every role. */
const players: NonNullable<Schema['attributes']> = {
  video: ['controls', 'poster', 'src', 'width', 'height', 'preload', 'playsInline'],
  audio: ['controls', 'src', 'preload'],
};

/** What HTML blocks may hold, with more attributes, and players of recordings: a dialect writes no other elements. */
export const withRawHtml = (own: Pick<Schema, 'allowComments' | 'attributes'>): Schema => {
  const attributes = { ...players, ...own.attributes };
  const names = new Set([...Object.keys(allowed.attributes ?? {}), ...Object.keys(attributes)]);
  return {
    ...allowed,
    ...own,
    tagNames: [...(allowed.tagNames ?? []), ...Object.keys(players)],
    attributes: Object.fromEntries(
      [...names].map((name) => [name, [...(attributes[name] ?? []), ...(allowed.attributes?.[name] ?? [])]]),
    ),
  };
};

/** References such as `&#xFDD0;` become characters when the source is read, so they are looked for after that. */
const withoutFences = (tree: Root): Root =>
  mapTree(tree, (node) => {
    if (node.type === 'comment') return [];
    if (node.type === 'text') return [{ ...node, value: withoutNoncharacters(node.value) }];
    if (node.type !== 'element') return [];
    const properties = Object.entries(node.properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutNoncharacters(value) : value,
    ]);
    return [{ ...node, properties: Object.fromEntries(properties) }];
  });

/** Elements nested too deeply to be read leave their words. */
const readSource = (source: string): Root =>
  withoutFences(
    readHtml(source) ?? { type: 'root', children: [{ type: 'text', value: source.replace(/<[^<>]*>/g, ' ') }] },
  );

/** Whether an element of the neutral tree stands for an HTML block. */
export const isRawHtml = (element: Element): boolean => element.tagName === 'div' && hasClass(element, 'raw-html');

/** A relative address would lead elsewhere on each page that shows the post, so only absolute ones stay. */
const withoutRelative = (node: ElementContent): readonly ElementContent[] => {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'img' && !parseWebAddress(attribute(node, 'src'))) return [];
  const { href, cite, ...properties } = node.properties;
  if (isLinkAddress(attribute(node, 'href'))) properties.href = href;
  if (parseWebAddress(attribute(node, 'cite'))) properties.cite = cite;
  return [{ ...node, properties }];
};

const cleaned = (source: Root, schema: Schema): Root => {
  const clean = sanitize(source, schema);
  return clean.type === 'root' ? mapTree(clean, withoutRelative) : { type: 'root', children: [] };
};

/** What of an HTML block's source may go out, as a tree. The source may be hostile. */
export const rawHtmlContent = (block: Element): ElementContent[] =>
  cleaned(readSource(String(block.properties.dataSource ?? '')), allowed).children as ElementContent[];

/** What a blog's own markup looks like, without anything that runs, frames, styles or asks for input. It may be hostile. */
export const inertView = (markup: string): Root => {
  const { '*': everywhere = [], ...byName } = allowed.attributes ?? {};
  return cleaned(readSource(markup), { ...allowed, attributes: { ...byName, '*': [...everywhere, 'className'] } });
};

/** Tells in how many HTML blocks something is left out. */
export const rawHtmlNotes = (tree: Root): readonly PreflightNote[] => {
  const cut = elementsIn(tree, 'div').filter((block) => {
    if (!isRawHtml(block)) return false;
    return toHtml(readSource(String(block.properties.dataSource))) !== toHtml(rawHtmlContent(block));
  }).length;
  return cut > 0 ? [note('should', 'html-block-cut', { count: cut })] : [];
};
