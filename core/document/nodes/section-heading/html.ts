import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const sectionHeadingToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('h2', children(node))] : [];
