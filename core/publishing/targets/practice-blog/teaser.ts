import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { h } from 'hastscript';
import { elementsIn, hasClass, mapTree } from '../../../rendering/tree.ts';
import type { KeptPost } from './manifest.ts';

const isBreak = (node: RootContent): boolean =>
  node.type === 'element' && node.tagName === 'span' && hasClass(node, 'read-more');

const breaksIn = (node: Root | Element): boolean => elementsIn(node, 'span').some(isBreak);

/** What of these nodes stands before the break; all of them where there is none. */
const before = (nodes: readonly RootContent[]): RootContent[] => {
  const at = nodes.findIndex((node) => isBreak(node) || (node.type === 'element' && breaksIn(node)));
  const cut = nodes[at];
  if (!cut) return [...nodes];
  const part =
    cut.type === 'element' && !isBreak(cut) ? [{ ...cut, children: before(cut.children) as ElementContent[] }] : [];
  return [...nodes.slice(0, at), ...part];
};

/** An id names one place of one page, and what has another page's name is no place there. */
const withoutIds = (node: ElementContent): readonly ElementContent[] => {
  if (node.type !== 'element') return [node];
  const { id: _, ariaDescribedBy: __, ...properties } = node.properties;
  return [{ ...node, properties }];
};

/**
 * The post up to its read-more break, and a link to where it goes on; null for a post without one. Addresses are those of
 * the post's own page (`onFrontPage`).
 */
export const teaserOf = (post: KeptPost): Root | null => {
  const tree = fromHtml(post.html, { fragment: true });
  if (!breaksIn(tree)) return null;
  const link = { href: '#more', lang: 'en', ariaLabel: `Read on: ${post.title || 'Untitled'}` };
  const teaser = mapTree({ type: 'root', children: before(tree.children) }, withoutIds);
  return { ...teaser, children: [...teaser.children, h('p', { className: ['read-on'] }, [h('a', link, 'Read on')])] };
};

/** Never asked: only the way from one page to the other is read from it. */
const base = 'https://practice-blog.invalid/';

/** A teaser with its addresses as they are from the site's root, for a post whose page is at `path` as a link writes it. */
export const onFrontPage = (teaser: Root, path: string): Root => {
  const moved = (address: unknown): string => {
    const [written, from] = [String(address), `${base}${path}`];
    const url = URL.canParse(written, from) ? new URL(written, from).href : written;
    return url.startsWith(base) ? url.slice(base.length) : written;
  };
  return mapTree(teaser, (node) => {
    if (node.type !== 'element') return [node];
    const { href, src } = node.properties;
    const addresses = { ...(href ? { href: moved(href) } : {}), ...(src ? { src: moved(src) } : {}) };
    return [{ ...node, properties: { ...node.properties, ...addresses } }];
  });
};
