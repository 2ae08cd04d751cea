import { DOMParser, Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { onlyAllowed } from '../pasted/allowed.ts';
import { plainWords, withoutReferences } from './exact-text.ts';

const attributeOf = (property: string): string =>
  property.startsWith('data')
    ? property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    : property.toLowerCase();

const domOf = (node: ElementContent, page: Document): Node | null => {
  if (node.type === 'text') return page.createTextNode(node.value);
  if (node.type !== 'element') return null;
  const element = page.createElement(node.tagName);
  for (const [property, value] of Object.entries(node.properties)) {
    // Where a slice is open says nothing in a whole document, and the headline is not part of the source.
    if (value === null || value === undefined || property === 'dataPmSlice' || property === 'dataHeadline') continue;
    element.setAttribute(attributeOf(property), plainWords(Array.isArray(value) ? value.join(' ') : String(value)));
  }
  for (const child of node.children) {
    const content = domOf(child, page);
    if (content) element.append(content);
  }
  return element;
};

const withPlainWords = (node: ProseMirrorNode, schema: Schema): ProseMirrorNode => {
  if (node.isText) return schema.text(plainWords(node.text ?? ''), node.marks);
  return node.copy(Fragment.from(node.children.map((child) => withPlainWords(child, schema))));
};

/**
 * The document that a source says, under the headline of `doc`. It is cut down to what pasted HTML may hold before any DOM sees it.
 * `page` makes the elements that are read: a document that is not the window's.
 */
export const readSource = (html: string, doc: ProseMirrorNode, page: Document): ProseMirrorNode => {
  const { schema } = doc.type;
  const clean = onlyAllowed(fromHtml(withoutReferences(html), { fragment: true }));
  const body = page.createElement('div');
  // A document begins with a headline; without one the first words would be taken for it.
  const title = page.createElement('h1');
  title.setAttribute('data-headline', '');
  body.append(title);
  for (const child of clean.children) {
    const content = child.type === 'doctype' ? null : domOf(child, page);
    if (content) body.append(content);
  }
  const read = DOMParser.fromSchema(schema).parse(body);
  const sections = read.children.filter(({ type }) => type.name !== 'headline');
  const headline = doc.children.filter(({ type }) => type.name === 'headline');
  return doc.copy(Fragment.from([...headline, ...sections.map((section) => withPlainWords(section, schema))]));
};

/** A kind of element or attribute that the document cannot hold, and how often it stands in the source. */
export type Loss = { readonly name: string; readonly count: number };

/** What the schema takes for the same thing. */
const sameAs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    strong: 'b',
    em: 'i',
    del: 's',
    strike: 's',
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
  }),
);

const count = (tree: Root | Element, counts: Map<string, number>): Map<string, number> => {
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const child of tree.children) {
    if (child.type !== 'element') continue;
    add(`<${sameAs.get(child.tagName) ?? child.tagName}>`);
    for (const property of Object.keys(child.properties)) add(attributeOf(property));
    count(child, counts);
  }
  return counts;
};

const countIn = (html: string): ReadonlyMap<string, number> => count(fromHtml(html, { fragment: true }), new Map());

/** What of a source is not in the document that was read of it, whose own source is `kept`. Words are never lost, scripts are. */
export const lossesIn = (html: string, kept: string): readonly Loss[] => {
  const there = countIn(kept);
  return [...countIn(html)].flatMap(([name, times]) => {
    const lost = times - (there.get(name) ?? 0);
    return lost > 0 ? [{ name, count: lost }] : [];
  });
};
