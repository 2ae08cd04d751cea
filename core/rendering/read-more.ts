import type { Element, Root, RootContent } from 'hast';
import type { PreflightNote } from '../ipc.ts';
import { note } from './preflight.ts';
import { elementsIn, hasClass, mapTree } from './tree.ts';

/** Whether an element of the neutral tree is a read-more break. */
export const isReadMore = (element: Element): boolean => element.tagName === 'hr' && hasClass(element, 'read-more');

const isElement = (node: RootContent): node is Element => node.type === 'element';

const firstOf = (tree: Root): Element | undefined =>
  tree.children
    .filter(isElement)
    .flatMap((section) => section.children.filter(isElement))
    .find(isReadMore);

/**
 * A tree with one read-more break at most: the first that stands directly in a section. Platforms cut the post there as
 * text, so a break inside a list or an aside would leave it open.
 */
export const withOneReadMore = (tree: Root): Root => {
  const first = firstOf(tree);
  // The walk copies elements and keeps their properties.
  const counts = (element: Element): boolean => element.properties === first?.properties;
  return mapTree(tree, (node) => (isElement(node) && isReadMore(node) && !counts(node) ? [] : [node]));
};

/** Tells how many breaks do not count. */
export const readMoreNotes = (tree: Root): readonly PreflightNote[] => {
  const first = firstOf(tree);
  const more = elementsIn(tree, 'hr').filter((each) => isReadMore(each) && each !== first).length;
  return more > 0 ? [note('info', 'read-more-dropped', { count: more })] : [];
};
