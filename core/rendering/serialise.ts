import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { mapTree } from './tree.ts';

/** Noncharacters that stand for escaped brackets while the tree is serialised; see `media-slots.ts`. */
const less = '\u{fdd2}';
const greater = '\u{fdd3}';

const escapeBoth = (value: string): string => value.replaceAll('<', less).replaceAll('>', greater);

/**
 * HTML as WordPress's own editor spells it, which is stricter than HTML asks for: `>` is escaped in text, and both
 * brackets in attributes. WordPress's content filter takes a bare one in a picture's alternative text for a tag and
 * destroys the picture. As `xml`, elements without content close themselves. Noncharacters in the tree must be slots.
 */
export const serialise = (tree: Root, syntax: 'html' | 'xml' = 'html'): string => {
  const escaped = mapTree(tree, (node) => {
    if (node.type === 'text') return [{ ...node, value: node.value.replaceAll('>', greater) }];
    if (node.type !== 'element') return [node];
    const properties = Object.entries(node.properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? escapeBoth(value) : value,
    ]);
    return [{ ...node, properties: Object.fromEntries(properties) }];
  });
  return toHtml(escaped, {
    ...(syntax === 'xml' ? { space: 'svg', closeEmptyElements: true } : {}),
    closeSelfClosing: true,
    tightSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  })
    .replaceAll(less, '&lt;')
    .replaceAll(greater, '&gt;');
};
