import type { Mark, NodeType, Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent } from 'hast';
import { isLanguageTag } from '../document/language-tag.ts';
import { schema } from '../document/schema.ts';
import { attribute, textOf } from '../rendering/tree.ts';
import { isLinkAddress } from '../sources/address.ts';
import { labelOf } from '../sources/label.ts';
import { blockCommentOf } from './block-markup.ts';
import { nodeType, type Reading, readAttributes } from './reading.ts';

const markNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    strong: 'bold',
    b: 'bold',
    em: 'italic',
    i: 'italic',
    u: 'underline',
    s: 'strike',
    del: 'strike',
    strike: 'strike',
    mark: 'highlight',
    sup: 'superscript',
    sub: 'subscript',
    code: 'code',
    kbd: 'code',
    samp: 'code',
    tt: 'code',
  }),
);

/** Elements whose words can stand without them. */
const unwrapped: ReadonlySet<string> = new Set(
  'abbr acronym bdi bdo big cite dfn font ins q small span time var wbr label'.split(' '),
);

const markOfLink = (link: Element, reading: Reading): Mark | null => {
  const address = attribute(link, 'href');
  const source = reading.sourceAt(address);
  readAttributes(link, reading, 'href');
  if (source) return schema.mark('citation', { source: source.id });
  if (isLinkAddress(address)) return schema.mark('link', { href: address });
  reading.lose();
  return null;
};

const markOfSpan = (span: Element, reading: Reading): Mark | null => {
  const language = attribute(span, 'lang');
  const underlined = /^\s*text-decoration:\s*underline;?\s*$/.test(attribute(span, 'style'));
  readAttributes(span, reading, ...(isLanguageTag(language) ? ['lang'] : []), ...(underlined ? ['style'] : []));
  if (underlined) return schema.mark('underline');
  return isLanguageTag(language) ? schema.mark('language', { lang: language }) : null;
};

/** The mark of an element; null when its words stand without one, undefined for an element that is not made of words. */
const markOf = (element: Element, reading: Reading): Mark | null | undefined => {
  const name = markNames.get(element.tagName);
  if (name) {
    readAttributes(element, reading);
    if (element.tagName === 'kbd' || element.tagName === 'samp' || element.tagName === 'tt') reading.lose();
    return schema.mark(name);
  }
  if (element.tagName === 'a') return markOfLink(element, reading);
  if (element.tagName === 'span') return markOfSpan(element, reading);
  // Word's own elements, such as `<o:p>`, say nothing.
  if (!unwrapped.has(element.tagName) && !element.tagName.includes(':')) return undefined;
  reading.lose();
  return null;
};

/** Adds the words of some nodes with marks around them; false when something is not made of words. */
const add = (
  nodes: readonly ElementContent[],
  around: readonly Mark[],
  reading: Reading,
  to: ProseMirrorNode[],
): boolean =>
  nodes.every((node) => {
    if (node.type === 'comment') {
      if (!blockCommentOf(node.value)) reading.lose();
      return true;
    }
    if (node.type === 'text') {
      const text = node.value.replace(/[ \t\n\f\r]+/g, ' ');
      if (text !== '') to.push(schema.text(text, around));
      return true;
    }
    if (node.tagName === 'br') {
      readAttributes(node, reading);
      to.push(nodeType('hardBreak').create(null, null, around));
      return true;
    }
    const found = markOf(node, reading);
    if (found === undefined) return false;
    return add(node.children, found ? found.addToSet(around) : around, reading, to);
  });

/** What of the words a node of this type can hold: fewer marks, spaces for line breaks. */
const fitting = (node: ProseMirrorNode, type: NodeType, reading: Reading): ProseMirrorNode => {
  const marks = type.allowedMarks(node.marks);
  if (marks.length < node.marks.length) reading.lose();
  if (node.isText || type.contentMatch.matchType(node.type)) return node.mark(marks);
  reading.lose();
  return schema.text(' ', marks);
};

/** White space as a browser shows it: one space between words, none at the ends of lines. */
const asShown = (nodes: readonly ProseMirrorNode[]): ProseMirrorNode[] => {
  const shown: ProseMirrorNode[] = [];
  let afterSpace = true;
  const trimEnd = (): void => {
    const last = shown.at(-1);
    if (!last?.text?.endsWith(' ')) return;
    shown.pop();
    if (last.text.length > 1) shown.push(schema.text(last.text.slice(0, -1), last.marks));
  };
  for (const node of nodes) {
    if (!node.isText) {
      trimEnd();
      shown.push(node);
      afterSpace = true;
      continue;
    }
    const text: string = afterSpace ? (node.text ?? '').replace(/^ /, '') : (node.text ?? '');
    if (text === '') continue;
    shown.push(schema.text(text, node.marks));
    afterSpace = text.endsWith(' ');
  }
  trimEnd();
  return shown;
};

/** The words of some nodes as the content of a node of this type; null when they hold more than words. */
export const wordsOf = (
  nodes: readonly ElementContent[],
  type: NodeType,
  reading: Reading,
): ProseMirrorNode[] | null => {
  const words: ProseMirrorNode[] = [];
  if (!add(nodes, [], reading, words)) return null;
  return asShown(words.map((node) => fitting(node, type, reading)));
};

/** Who said a quotation's words, and the source behind them where its link is that of one. */
export const attributionOf = (
  nodes: readonly ElementContent[],
  reading: Reading,
): { readonly attribution: ProseMirrorNode; readonly source: string | null } => {
  const type = nodeType('attribution');
  const inner = nodes.flatMap((node) => (node.type === 'element' && node.tagName === 'cite' ? node.children : [node]));
  const last = inner.at(-1);
  const link = last?.type === 'element' && last.tagName === 'a' ? last : undefined;
  const source = link ? reading.sourceAt(attribute(link, 'href')) : undefined;
  const known = link && source && textOf(link) === labelOf(source) ? source : undefined;
  const said = known ? inner.slice(0, -1) : inner;
  if (said.some(({ type: kind }) => kind !== 'text')) reading.lose();
  const text = said.map(textOf).join('').replace(/\s+/g, ' ').trim();
  const words = known ? text.replace(/,$/, '').trim() : text;
  return {
    attribution: type.create(null, words === '' ? null : schema.text(words)),
    source: known?.id ?? null,
  };
};
