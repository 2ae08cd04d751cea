import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const orderedListToHtml: NodeToHtml = (node, { children }) => {
  const start = Number(node.attrs.start);
  return [h('ol', start === 1 ? {} : { start }, children(node))];
};
