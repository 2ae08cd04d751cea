import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Deeper than any post means it; what reads trees here may recurse this far. */
const deepest = 200;

const isDeep = (tree: Root): boolean => {
  let level: readonly Root['children'][number][] = tree.children;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((node) => (node.type === 'element' ? node.children : []));
  }
  return false;
};

/** HTML as browsers read it, with the offsets of its nodes; null when it nests too deeply to be read. */
export const readHtml = (html: string): Root | null => {
  try {
    const tree = fromHtml(html, { fragment: true });
    return isDeep(tree) ? null : tree;
  } catch (error) {
    // Thousands of elements in one another exhaust the parser's stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
};
