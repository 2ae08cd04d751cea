import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const tableRowToHtml: NodeToHtml = (node, { children }) => [h('tr', children(node))];
