import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const asideToHtml: NodeToHtml = (node, { children }) => {
  const content = children(node);
  return content.length > 0 ? [h('aside', content)] : [];
};
