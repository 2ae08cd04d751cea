import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from '../../../core/rendering/tree.ts';

/** A node that holds others. */
export type Holder = Root | Element;

/**
 * Replaces every element by what `replace` makes of it, from the leaves up, in place. Sees each element once, and knows
 * the elements that hold it, the nearest last.
 */
export const rewrite = (
  tree: Holder,
  replace: (element: Element, within: readonly Element[]) => readonly ElementContent[],
): void => {
  const within: Element[] = [];
  const visit = (holder: Holder): void => {
    const children: ElementContent[] = [];
    for (const child of holder.children) {
      if (child.type === 'element') {
        within.push(child);
        visit(child);
        within.pop();
        for (const node of replace(child, within)) children.push(node);
      } else if (child.type !== 'doctype') children.push(child);
    }
    holder.children = children;
  };
  visit(tree);
};

/** An element without attributes. */
export const element = (tagName: string, children: readonly ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: [...children],
});

/** A piece of text. */
export const text = (value: string): ElementContent => ({ type: 'text', value });

/** Whether a node is an element of one of these names, or of any when none is given. */
export const isElement = <Name extends string>(
  node: RootContent | undefined,
  ...tagNames: readonly Name[]
): node is Element & { readonly tagName: Name } =>
  node?.type === 'element' && (tagNames.length === 0 || tagNames.some((name) => name === node.tagName));

type Declarations = ReadonlyMap<string, string>;

// A copied document says the same few styles thousands of times.
const parsed = new Map<string, Declarations>();

const declarationsIn = (style: string): Declarations => {
  const declarations = new Map<string, string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) declarations.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim());
  }
  return declarations;
};

/** The declarations of an element's `style`, names and values in lower case. */
export const styleOf = (of: Element): Declarations => {
  const style = attribute(of, 'style');
  const known = parsed.get(style);
  if (known) return known;
  const declarations = declarationsIn(style);
  if (parsed.size > 200) parsed.clear();
  parsed.set(style, declarations);
  return declarations;
};

/** Elements that stand on lines of their own. */
export const blockNames: ReadonlySet<string> = new Set(
  [
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form',
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section summary',
    'table caption thead tbody tfoot tr td th ul',
  ].flatMap((names) => names.split(' ')),
);

/** Whether an element is a block or holds one. */
export const holdsBlock = (node: RootContent): boolean =>
  isElement(node) && (blockNames.has(node.tagName) || node.children.some(holdsBlock));

/** What readers of pages have made blocks of the schema of, which show something though they may hold no words. */
const isBlock = ({ properties }: Element): boolean =>
  ['dataEmbed', 'dataFigure', 'dataGallery'].some((name) => properties[name] !== undefined);

/** Whether a node shows nothing: white space (no-break spaces too), comments, and elements that hold only these. */
export const isBlank = (node: RootContent): boolean => {
  if (node.type === 'text') return /^[\s\u200b]*$/.test(node.value);
  if (node.type !== 'element') return true;
  return !['img', 'hr', 'td', 'th', 'input'].includes(node.tagName) && !isBlock(node) && node.children.every(isBlank);
};
