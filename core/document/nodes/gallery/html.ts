import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

/** In a gallery the grid says where a picture stands. */
const inGrid = (figures: readonly ElementContent[]): readonly ElementContent[] =>
  figures.map((figure) =>
    figure.type === 'element' && figure.properties.className ? { ...figure, properties: {} } : figure,
  );

/**
 * The figures in one figure, then the gallery's own caption. Only pictures stand in a gallery: words of a figure without
 * one follow it, and a single picture is a figure like any other.
 */
export const galleryToHtml: NodeToHtml = (node, { children }) => {
  const { lastChild: caption } = node;
  const words = caption?.textContent.trim() ? [h('figcaption', { dir: directionOf(caption) }, children(caption))] : [];
  const figures = node.children.filter(({ type }) => type.name === 'figure');
  const show = (shown: typeof figures) => children(node.type.create(null, shown));
  const pictures = show(figures.filter(({ attrs }) => attrs.media !== null));
  const others = show(figures.filter(({ attrs }) => attrs.media === null));
  if (pictures.length > 1) return [h('figure', { className: ['gallery'] }, [...inGrid(pictures), ...words]), ...others];
  return [...pictures, ...others, ...(words.length > 0 ? [h('figure', words)] : [])];
};
