import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

export const orderedListToHtml: NodeToHtml = (node, { children }) => {
  const start = Number(node.attrs.start);
  return [h('ol', { dir: directionOf(node), ...(start === 1 ? {} : { start }) }, children(node))];
};
