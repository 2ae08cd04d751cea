import type { Element, ElementContent, Nodes, Root } from 'hast';
import { figureWidths } from '../document/nodes/figure/schema.ts';

/** All elements of one name below a node, in document order. */
export const elementsIn = (node: Nodes, tagName: string): readonly Element[] =>
  'children' in node
    ? node.children.flatMap((child) =>
        child.type === 'element' ? [...(child.tagName === tagName ? [child] : []), ...elementsIn(child, tagName)] : [],
      )
    : [];

/** Whether a node is an element of one of these names. */
export const isElement = <Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name } => node?.type === 'element' && names.some((name) => name === node.tagName);

/** An attribute's text; empty where there is none. hast keeps some as lists and numbers. */
export const attribute = ({ properties }: Element, name: string): string => {
  const value = properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
};

/** The text of a node without its markup. */
export const textOf = (node: Nodes): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
};

/** A copy of a tree in which every node is replaced by what `replace` makes of it, from the leaves up. */
export const mapTree = (tree: Root, replace: (node: ElementContent) => readonly ElementContent[]): Root => {
  const visit = (node: ElementContent): readonly ElementContent[] =>
    replace(node.type === 'element' ? { ...node, children: node.children.flatMap(visit) } : node);
  return {
    type: 'root',
    children: tree.children.flatMap((child) => (child.type === 'doctype' ? [] : visit(child))),
  };
};

export const hasClass = (element: Element, name: string): boolean => {
  const { className } = element.properties;
  return Array.isArray(className) ? className.includes(name) : className === name;
};

/** The first child element of one name. */
export const childOf = (element: Element, tagName: string): Element | undefined =>
  element.children.find((child) => isElement(child, tagName));

/** CSS pixels that a figure of the neutral tree is to be wide; null for one in full size. */
export const widthIn = (figure: Element): number | null => {
  if (hasClass(figure, 'width-medium')) return figureWidths.medium;
  return hasClass(figure, 'width-small') ? figureWidths.small : null;
};

/** The player of the recording that a figure of the neutral tree shows; undefined for every other figure. */
export const playerIn = (figure: Element): Element | undefined => childOf(figure, 'video') ?? childOf(figure, 'audio');
