import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { elementsIn } from '../rendering/tree.ts';

/** What a page's head says about the site behind it. Read with an HTML5 parser: pages come from strangers. */
export type PageHead = {
  /** `<link>` elements with a usable address, resolved against the page. */
  readonly links: readonly PageLink[];
  /** Contents of `<meta name="generator">`. */
  readonly generators: readonly string[];
};

export type PageLink = { readonly rel: readonly string[]; readonly href: string; readonly type: string };

const text = (element: Element, name: string): string => String(element.properties[name] ?? '');

const words = (element: Element, name: string): readonly string[] => {
  const value = element.properties[name];
  return (Array.isArray(value) ? value.map(String) : String(value ?? '').split(/\s+/)).map((each) =>
    each.toLowerCase(),
  );
};

/** Reads the head of a page; `address` is where the page came from. */
export const pageHead = (html: string, address: string): PageHead => {
  const tree = fromHtml(html);
  return {
    links: elementsIn(tree, 'link').flatMap((link) => {
      const href = text(link, 'href');
      return href !== '' && URL.canParse(href, address)
        ? [{ rel: words(link, 'rel'), href: new URL(href, address).href, type: text(link, 'type') }]
        : [];
    }),
    generators: elementsIn(tree, 'meta')
      .filter((meta) => text(meta, 'name').toLowerCase() === 'generator')
      .map((meta) => text(meta, 'content')),
  };
};

/** Turns character references of a server's answer into text, and drops tags: for titles, term names and messages. */
export const plainText = (html: string): string => {
  const read = (node: { type: string; value?: string; children?: readonly object[] }): string =>
    node.type === 'text'
      ? (node.value ?? '')
      : (node.children ?? []).map((child) => read(child as Parameters<typeof read>[0])).join('');
  return read(fromHtml(html, { fragment: true }));
};

/** Writes text as the HTML that shows it: a headline may say "a < b". */
export const htmlText = (text: string): string =>
  toHtml({ type: 'text', value: text }, { characterReferences: { useNamedReferences: true } });
