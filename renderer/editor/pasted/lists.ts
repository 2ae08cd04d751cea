import type { Element, ElementContent } from 'hast';
import { element, type Holder, isBlank, isElement, rewrite } from './tree.ts';

/** A line of a list as word processors have it: all lines stand beside each other and say how deep they are. */
export type ListLine = {
  /** From 1, the outermost. */
  readonly level: number;
  /** The number that the line shows; null for a bullet. */
  readonly number: number | null;
  readonly children: readonly ElementContent[];
};

const listFor = (number: number | null): Element => {
  const list = element(number === null ? 'ul' : 'ol', []);
  if (number !== null && number !== 1) list.properties.start = number;
  return list;
};

/** Lists of lines that follow one another, nested as their levels say; a skipped level counts as the next one. */
export const nestLines = (lines: readonly ListLine[]): Element[] => {
  const lists: Element[] = [];
  const open: Element[] = [];
  for (const { level, number, children } of lines) {
    open.length = Math.min(open.length, level);
    const ordered = number !== null;
    const last = open.at(-1);
    if (last && open.length === level && (last.tagName === 'ol') !== ordered) open.pop();
    if (open.length < level) {
      const list = listFor(number);
      const item = open.at(-1)?.children.at(-1);
      if (isElement(item)) item.children.push(list);
      else lists.push(list);
      open.push(list);
    }
    open.at(-1)?.children.push(element('li', children));
  }
  return lists;
};

const isList = (node: ElementContent | undefined): node is Element => isElement(node, 'ul', 'ol');

/** Lists stand in items: Google Docs, LibreOffice and old pages put them between items. */
const intoItems = (list: Element): void => {
  const items: ElementContent[] = [];
  for (const child of list.children) {
    if (isElement(child, 'li')) items.push(child);
    else if (!isBlank(child)) {
      const before = items.at(-1);
      if (isElement(before)) before.children.push(child);
      // A list that begins deeper is only indented.
      else if (isList(child)) items.push(...child.children);
      else items.push(element('li', [child]));
    }
  }
  list.children = items.filter((item) => !isBlank(item));
};

/** Items without a list, as a selection that began inside one leaves them, get a list. */
const intoLists = (holder: Holder): void => {
  const children: ElementContent[] = [];
  let list: Element | null = null;
  for (const child of holder.children as ElementContent[]) {
    if (isElement(child, 'li')) {
      if (!list) {
        list = element('ul', []);
        children.push(list);
      }
      list.children.push(child);
    } else if (!list || !isBlank(child)) {
      list = null;
      children.push(child);
    }
  }
  holder.children = children;
};

/** Makes lists what a document's lists are: items that hold words and lists, nothing between them, none empty. */
export const mendLists = (tree: Holder): void => {
  const mend = (holder: Holder): void => {
    if (holder.type === 'element' && isList(holder)) intoItems(holder);
    else if (holder.children.some((child) => isElement(child, 'li'))) intoLists(holder);
  };
  rewrite(tree, (it) => {
    mend(it);
    return isList(it) && it.children.length === 0 ? [] : [it];
  });
  mend(tree);
};
