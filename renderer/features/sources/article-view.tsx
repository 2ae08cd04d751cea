import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { createElement, type ReactNode } from 'react';
import { attribute } from '../../../core/rendering/tree.ts';
import { isLinkAddress } from '../../../core/sources/address.ts';

/** What a saved article is drawn with. Anything else gives its words. */
const drawn = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote q cite pre code em strong b i u s sub sup small mark del ins abbr time br hr dl dt dd figure figcaption table caption thead tbody tr th td ruby rt rp'.split(
    ' ',
  ),
);

/** Drawn without children: React refuses them. */
const empty = new Set(['br', 'hr']);

/** White space between the parts of a table is no text, and React warns of it. */
const rowHolders = new Set(['table', 'thead', 'tbody', 'tr']);

type Draw = { readonly onLink: (address: string) => void };

const wordsOf = (element: Element): { readonly lang?: string; readonly dir?: string } => ({
  ...(attribute(element, 'lang') === '' ? {} : { lang: attribute(element, 'lang') }),
  ...(attribute(element, 'dir') === '' ? {} : { dir: attribute(element, 'dir') }),
});

const drawLink = (element: Element, key: number, draw: Draw, children: readonly ReactNode[]): ReactNode => {
  const address = attribute(element, 'href');
  if (!isLinkAddress(address)) return createElement('span', { key }, ...children);
  const onClick = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
    draw.onLink(address);
  };
  return createElement('a', { key, href: address, title: address, onClick }, ...children);
};

const drawNode = (node: ElementContent, key: number, draw: Draw, within: string): ReactNode => {
  if (node.type === 'text') return rowHolders.has(within) && node.value.trim() === '' ? null : node.value;
  if (node.type !== 'element') return null;
  const children = node.children.map((child, index) => drawNode(child, index, draw, node.tagName));
  if (node.tagName === 'a') return drawLink(node, key, draw, children);
  const name = drawn.has(node.tagName) ? node.tagName : 'span';
  return empty.has(name) ? createElement(name, { key }) : createElement(name, { key, ...wordsOf(node) }, ...children);
};

/** The blocks of a saved article, which is sanitised already; drawn element by element all the same, never as markup. */
export const articleBlocks = (html: string, draw: Draw): readonly ReactNode[] => {
  const tree: Root = fromHtml(html, { fragment: true });
  return tree.children.flatMap((node, index) =>
    node.type === 'doctype' || (node.type === 'text' && node.value.trim() === '')
      ? []
      : [drawNode(node, index, draw, '')],
  );
};
