import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

/** An empty paragraph is room for the writer, not for the reader. */
export const paragraphToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('p', children(node))] : [];
