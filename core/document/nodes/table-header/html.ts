import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';
import { cellContent, spansOf } from '../table-cell/html.ts';

/** Names its row; the table says of the cells in its head that they name columns. */
export const tableHeaderToHtml: NodeToHtml = (node, context) => [
  h('th', { ...spansOf(node), scope: 'row' }, cellContent(node, context)),
];
