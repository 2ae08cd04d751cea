import type { Element, ElementContent, Properties, Root } from 'hast';
import { h } from 'hastscript';
import { isElement } from './tree.ts';

type Inherited = Properties['dir'];

const lines: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'td', 'th', 'figcaption']);

const inline: ReadonlySet<string> = new Set([
  'span',
  'a',
  'strong',
  'em',
  's',
  'u',
  'mark',
  'sup',
  'sub',
  'code',
  'br',
]);

const withoutDirection = ({ dir: _, ...properties }: Element['properties']): Element['properties'] => properties;

/** An item's own words stand in one run before the lists and blocks below them. */
const itemOnWords = (item: Element, dir: Inherited): ElementContent[] => {
  const blocks = item.children.findIndex((child) =>
    isElement(child, 'p', 'ul', 'ol', 'blockquote', 'figure', 'hr', 'pre', 'aside', 'div', 'h2', 'h3', 'h4'),
  );
  const end = blocks < 0 ? item.children.length : blocks;
  const words = item.children.slice(0, end);
  const below = item.children.slice(end).map((child) => onWords(child, dir, true));
  return [...(dir && words.length > 0 ? [h('span', { dir: String(dir) }, words)] : words), ...below];
};

const onWords = (node: ElementContent, inherited: Inherited, inItem: boolean): ElementContent => {
  if (node.type !== 'element') return node;
  const properties = withoutDirection(node.properties);
  const dir = node.properties.dir ?? inherited;
  if (node.tagName === 'li') return { ...node, properties, children: itemOnWords(node, dir) };
  const inCell = isElement(node, 'td', 'th') && node.children.some((child) => isElement(child, 'p'));
  if (inCell || !lines.has(node.tagName)) {
    // A span and the like keep what they say about their own words.
    return inline.has(node.tagName)
      ? node
      : { ...node, properties, children: node.children.map((it) => onWords(it, dir, inItem || inCell)) };
  }
  if (!dir) return node;
  if (node.tagName === 'p' && !inItem) return { ...node, properties: { ...properties, dir: String(dir) } };
  return { ...node, properties, children: [h('span', { dir: String(dir) }, node.children)] };
};

/**
 * Moves directions from lists, quotations and other blocks onto the words in them, for an editor that knows a direction of
 * paragraphs only: on `<p>` itself, elsewhere on a span around the words. The direction of the whole post is left to the blog.
 */
export const directionOnWords = (tree: Root): Root => ({
  ...tree,
  children: tree.children.map((section) =>
    section.type === 'element'
      ? {
          ...section,
          properties: withoutDirection(section.properties),
          children: section.children.map((child) => onWords(child, undefined, false)),
        }
      : section,
  ),
});
