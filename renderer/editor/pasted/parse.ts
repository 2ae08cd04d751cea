import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Holder, isElement, text } from './tree.ts';

/** Deeper than any page means it (browsers stop at 512), and well within what a stored document may be. */
const maxDepth = 200;

const readable = (html: string): Root => {
  try {
    return fromHtml(html, { fragment: true });
  } catch (error) {
    // Thousands of elements in one another exhaust the parser's stack: such markup gives its words alone.
    if (!(error instanceof RangeError)) throw error;
    return { type: 'root', children: [text(html.replace(/<[^>]*>/g, ' '))] };
  }
};

/** Elements below the greatest depth give their content to the ones that hold them. Does not recurse. */
const flatten = (tree: Root): void => {
  const waiting: { readonly holder: Holder; readonly depth: number }[] = [{ holder: tree, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { holder, depth } = next;
    if (depth < maxDepth) {
      for (const child of holder.children) if (isElement(child)) waiting.push({ holder: child, depth: depth + 1 });
      continue;
    }
    const open = [...(holder.children as ElementContent[])].reverse();
    const children: ElementContent[] = [];
    for (let child = open.pop(); child; child = open.pop()) {
      if (isElement(child)) for (const inner of child.children.toReversed()) open.push(inner);
      else children.push(child);
    }
    holder.children = children;
  }
};

/** Reads HTML as browsers do; never deeper than `maxDepth` elements. */
export const parseHtml = (html: string): Root => {
  const tree = readable(html);
  flatten(tree);
  return tree;
};
