import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const bulletListToHtml: NodeToHtml = (node, { children }) => [h('ul', children(node))];
