import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const headingToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h(`h${node.attrs.level}`, children(node))] : [];
