import type { Element, ElementContent } from 'hast';
import { attribute, textOf } from '../../../core/rendering/tree.ts';
import { blockNames, type Holder, isBlank, isElement, text } from './tree.ts';

/** An element, where it stands among all others, and the elements that hold it, the nearest last. */
type Placed = { readonly it: Element; readonly order: number; readonly within: readonly Element[] };

type Places = { readonly links: readonly Placed[]; readonly byName: ReadonlyMap<string, Placed> };

const namesOf = (it: Element): readonly string[] =>
  [attribute(it, 'id'), attribute(it, 'name')].filter((name) => name !== '');

const placesIn = (tree: Holder): Places => {
  const links: Placed[] = [];
  const byName = new Map<string, Placed>();
  let order = 0;
  const visit = (holder: Holder, within: readonly Element[]): void => {
    for (const it of holder.children) {
      if (!isElement(it)) continue;
      const placed = { it, order, within };
      order += 1;
      for (const name of namesOf(it)) if (!byName.has(name)) byName.set(name, placed);
      if (it.tagName === 'a' && it.properties.href !== undefined) links.push(placed);
      visit(it, [...within, it]);
    }
  };
  visit(tree, []);
  return { links, byName };
};

/** The name of the place of the page that a link leads to; browsers put the page's address before it when it is copied. */
const fragmentOf = (link: Element): string => {
  const [, fragment = ''] = attribute(link, 'href').split('#', 2);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
};

const linksIn = (node: ElementContent): readonly Element[] => {
  if (!isElement(node)) return [];
  return [...(node.tagName === 'a' ? [node] : []), ...node.children.flatMap(linksIn)];
};

/** Word gives every note an element of its own, others a list item; else it is a line. */
const holdsOneNote = (it: Element): boolean =>
  it.tagName === 'li' ||
  (it.tagName === 'div' && (namesOf(it).length > 0 || /footnote|endnote/i.test(attribute(it, 'style'))));

/** The block that says what stands at a place: its own, or that of the number that stands there. */
const noteAt = ({ it, within }: Placed): Placed['it'] | null => {
  const around = [...within, it];
  const line = around.findLastIndex(({ tagName }) => ['p', 'li', 'div', 'dd', 'td'].includes(tagName));
  const holder = around[line - 1];
  return (holder && holdsOneNote(holder) ? holder : around[line]) ?? null;
};

/** Longer than any note, in characters. */
const longest = 5_000;

/** A chapter and the way back to the table of contents lead to each other as well. */
const isChapter = (it: Element): boolean =>
  textOf(it).length > longest ||
  it.children.some(
    (child) => isElement(child) && (/^(?:h[1-6]|table|figure|section)$/.test(child.tagName) || isChapter(child)),
  );

/** A block's words on one line, without its links back to the text. */
const wordsOf = (nodes: readonly ElementContent[], isBack: (link: Element) => boolean): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return node.type === 'text' ? [{ ...node }] : [];
    if (node.tagName === 'br') return [text(' ')];
    if (node.tagName === 'a' && isBack(node)) return [];
    const words = wordsOf(node.children, isBack);
    if (blockNames.has(node.tagName)) return [text(' '), ...words, text(' ')];
    return [{ ...node, children: words }];
  });

const trimmed = (nodes: readonly ElementContent[], end: 'start' | 'end'): ElementContent[] => {
  const left = [...nodes];
  while (left.length > 0) {
    const at = end === 'start' ? 0 : left.length - 1;
    const node = left[at];
    if (node && isBlank(node)) left.splice(at, 1);
    else {
      if (node?.type === 'text') {
        const value = end === 'start' ? node.value.replace(/^[\s^↑]+/, '') : node.value.trimEnd();
        left[at] = text(value);
      } else if (isElement(node)) left[at] = { ...node, children: trimmed(node.children, end) };
      break;
    }
  }
  return left;
};

/** The reference with the signs that raise it: the outermost element around the link that says no more than it. */
const wholeReference = ({ it, within }: Placed): Element => {
  let whole = it;
  for (const holder of within.toReversed()) {
    if (blockNames.has(holder.tagName) || textOf(holder).trim() !== textOf(it).trim()) break;
    whole = holder;
  }
  return whole;
};

/** What is left of the place of the notes when they are gone: its heading and the line above it. */
const isLeftOver = (node: ElementContent): boolean =>
  isBlank(node) || isElement(node, 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');

/** Puts notes into the place of their references, and takes them away where they stood, with what was left of that place. */
const replaceIn = (
  holder: Holder,
  notes: ReadonlyMap<Element, ElementContent | null>,
  touched: ReadonlySet<Element>,
): void => {
  const children: ElementContent[] = [];
  for (const child of holder.children as ElementContent[]) {
    const instead = isElement(child) ? notes.get(child) : undefined;
    if (instead) {
      children.push(instead);
      continue;
    }
    const within = instead === undefined && isElement(child) && touched.has(child);
    if (within) replaceIn(child, notes, touched);
    if (instead === null || (within && child.children.every(isLeftOver))) dropLine(children);
    else children.push(child);
  }
  holder.children = children;
};

/** Takes away the line that parts the notes from the text. */
const dropLine = (children: ElementContent[]): void => {
  const last = children.findLastIndex((node) => !isBlank(node));
  if (isElement(children[last], 'hr')) children.splice(last);
};

/**
 * Numbers that lead to a note further down which leads back to them become footnotes with the note's words: so do Word, Google
 * Docs, LibreOffice, Markdown, WordPress, wikis and our own pages write them. A number whose note was not copied stays as it is.
 */
export const readFootnotes = (tree: Holder): void => {
  const { links, byName } = placesIn(tree);
  const notes = new Map<Element, ElementContent | null>();
  const touched = new Set<Element>();
  for (const link of links) {
    const place = byName.get(fragmentOf(link.it));
    const note = place && place.order > link.order ? noteAt(place) : null;
    if (!place || !note || link.within.includes(note) || notes.get(note) || isChapter(note)) continue;
    const own = new Set([link.it, ...link.within.filter(({ tagName }) => !blockNames.has(tagName))].flatMap(namesOf));
    if (!linksIn(note).some((back) => own.has(fragmentOf(back)))) continue;
    const isBack = (back: Element): boolean => (byName.get(fragmentOf(back))?.order ?? place.order) < place.order;
    const words = trimmed(trimmed(wordsOf(note.children, isBack), 'start'), 'end');
    const reference: Element = { type: 'element', tagName: 'span', properties: { dataFootnote: '' }, children: words };
    notes.set(wholeReference(link), reference);
    notes.set(note, null);
    for (const holder of [...link.within, ...place.within]) touched.add(holder);
  }
  if (notes.size > 0) replaceIn(tree, notes, touched);
};
