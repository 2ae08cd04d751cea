import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

/** An empty paragraph is room for the writer, not for the reader. */
export const paragraphToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('p', { dir: directionOf(node) }, children(node))] : [];
