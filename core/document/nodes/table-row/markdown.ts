import type { TableCell } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';

export const tableRowToMarkdown: NodeToMarkdown = (node, { blocks }) => [
  { type: 'tableRow', children: blocks<TableCell>(node) },
];
