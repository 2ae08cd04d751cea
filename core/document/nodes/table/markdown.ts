import type { Paragraph, TableRow } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';
import { isHead } from './html.ts';

const emptyRow = (like: TableRow | undefined): TableRow => ({
  type: 'tableRow',
  children: like?.children.map(() => ({ type: 'tableCell', children: [] })) ?? [],
});

const paragraphOf = (value: string): Paragraph => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** GitHub's tables begin with a head: an empty one where the table has none. Then the caption. */
export const tableToMarkdown: NodeToMarkdown = (node, { blocks }) => {
  const caption = String(node.attrs.caption).trim();
  if (!node.textContent.trim() && !caption) return [];
  const rows = blocks<TableRow>(node);
  const head = isHead(node.firstChild) ? [] : [emptyRow(rows[0])];
  return [{ type: 'table', children: [...head, ...rows] }, ...(caption ? [paragraphOf(caption)] : [])];
};
