import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

export const bulletListToHtml: NodeToHtml = (node, { children }) => [
  h('ul', { dir: directionOf(node) }, children(node)),
];
