import type { Element, ElementContent, Nodes, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { textOf } from '../../rendering/tree.ts';
import { parseWebAddress } from '../address.ts';

/** What runs, what two parsers may read differently, and what has no words of the article. */
const wordless =
  'script style noscript noembed noframes template svg math textarea title select option datalist head xmp plaintext iframe frame frameset object embed applet canvas audio video source track button input base meta link area'.split(
    ' ',
  );

const kept =
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote q cite pre code em strong b i u s sub sup small mark del ins abbr time a br hr dl dt dd figure figcaption table caption thead tbody tfoot tr th td ruby rt rp div'.split(
    ' ',
  );

/** Elements that only hold others: they help to tell the article from its surroundings. */
const holders =
  'html body main article section header footer aside nav form details summary span address center font label'.split(
    ' ',
  );

const protocols = { href: ['http', 'https', 'mailto'], cite: ['http', 'https'], src: ['http', 'https'] };

/** What may meet the DOM in which the article is looked for: no script, and nothing that hides words from one of two parsers. */
const forExtraction: Schema = {
  tagNames: [...kept, ...holders, 'img'],
  attributes: {
    '*': ['className', 'id', 'lang', 'dir', 'role', 'itemProp', 'itemType', 'hidden', 'ariaHidden'],
    a: ['href', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    time: ['dateTime'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
    ol: ['start'],
  },
  protocols,
  strip: wordless,
  clobber: [],
};

/** What a saved article is made of. It has no pictures: they would be fetched from the page's site. */
const forReading: Schema = {
  tagNames: kept,
  attributes: {
    '*': ['lang', 'dir'],
    a: ['href'],
    blockquote: ['cite'],
    time: ['dateTime'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
    ol: ['start'],
  },
  protocols,
  strip: [...wordless, 'form', 'nav'],
  clobber: [],
};

/** Deeper than any page means it; browsers stop at 512. What lies deeper is left out. */
const deepest = 400;

/** A copy without elements below the greatest depth, links made absolute. Recurses no deeper than that. */
const prepared = (tree: Root, base: string): Root => {
  const visit = (node: ElementContent, depth: number): readonly ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (depth > deepest) return [];
    const properties = { ...node.properties };
    for (const name of ['href', 'src', 'cite']) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      const address = URL.canParse(value, base) ? new URL(value, base).href : '';
      if (parseWebAddress(address) || address.startsWith('mailto:')) properties[name] = address;
      else delete properties[name];
    }
    return [{ type: 'element', tagName: node.tagName, properties, children: childrenOf(node, depth) }];
  };
  const childrenOf = (node: Element, depth: number): ElementContent[] =>
    node.children.flatMap((child) => visit(child, depth + 1));
  return {
    type: 'root',
    children: tree.children.flatMap((child) => (child.type === 'doctype' ? [] : visit(child, 0))),
  };
};

const rootOf = (clean: Nodes): Root =>
  clean.type === 'root' ? clean : { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };

/** A page as it may be handed to the extractors. `base` is what its links are relative to. */
export const forExtractors = (tree: Root, base: string): Root => rootOf(sanitize(prepared(tree, base), forExtraction));

const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr dl dt dd figure figcaption table caption thead tbody tfoot tr th td div'.split(
    ' ',
  ),
);

const isEmpty = (node: Nodes): boolean =>
  node.type === 'element'
    ? !['br', 'hr', 'td', 'th'].includes(node.tagName) && node.children.every(isEmpty)
    : node.type !== 'text' || node.value.trim() === '';

/** Elements without a word go, and a `div` that only holds blocks gives them to what holds it. */
const tidied = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [node];
    if (isEmpty(node) && node.tagName !== 'br' && node.tagName !== 'hr') return [];
    const children = tidied(node.children);
    const holdsBlocks = children.some((child) => child.type === 'element' && blocks.has(child.tagName));
    if (node.tagName !== 'div') return [{ ...node, children }];
    return holdsBlocks ? children : [{ ...node, tagName: 'p', children }];
  });

/** The readable tree of an article, which is all that is kept of its markup. */
export const readableTree = (tree: Root, base: string): Root => {
  const clean = rootOf(sanitize(prepared(tree, base), forReading));
  return { type: 'root', children: tidied(clean.children as ElementContent[]) };
};

const lettersOf = (text: string): string => text.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** The article without the heading that repeats its title. */
export const withoutTitle = (tree: Root, title: string): Root => {
  const first = tree.children.find((node) => node.type === 'element');
  const repeats =
    first !== undefined && /^h[1-3]$/.test(first.tagName) && lettersOf(textOf(first)) === lettersOf(title);
  return repeats ? { type: 'root', children: tree.children.filter((node) => node !== first) } : tree;
};

/** The text of a readable tree: one line for each block, white space as a reader sees it. */
export const textLines = (tree: Root): string => {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const words = line.replace(/[ \t\n\f\r]+/g, ' ').trim();
    if (words !== '') lines.push(words);
    line = '';
  };
  const visit = (node: Nodes, isCode: boolean): void => {
    if (node.type === 'text') {
      if (!isCode) line += node.value;
      else {
        for (const [index, part] of node.value.split('\n').entries()) {
          if (index > 0) end();
          line += part;
        }
      }
    } else if ('children' in node) {
      const name = node.type === 'element' ? node.tagName : '';
      if (name === 'br') end();
      if (name === 'rt' || name === 'rp') return;
      if (blocks.has(name)) end();
      for (const child of node.children) visit(child, isCode || name === 'pre');
      if (blocks.has(name)) end();
    }
  };
  visit(tree, false);
  end();
  return lines.join('\n');
};
