import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const creditToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('span', { className: ['credit'] }, children(node))] : [];
