import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';
import { cellContent, cellProperties } from '../table-cell/html.ts';

/** Names its row; the table says of the cells in its head that they name columns. */
export const tableHeaderToHtml: NodeToHtml = (node, context) => [
  h('th', { ...cellProperties(node), scope: 'row' }, cellContent(node, context)),
];
