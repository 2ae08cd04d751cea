import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { HtmlContext, NodeToHtml } from '../../html.ts';

const onlyLine = (cell: ProseMirrorNode): ProseMirrorNode | null => (cell.childCount === 1 ? cell.firstChild : null);

/** The columns and rows that a cell reaches over, where that is more than one, and the direction of its only paragraph. */
export const cellProperties = (cell: ProseMirrorNode): Properties => {
  const { colspan, rowspan } = cell.attrs;
  const line = onlyLine(cell);
  return {
    ...(colspan > 1 ? { colSpan: Number(colspan) } : {}),
    ...(rowspan > 1 ? { rowSpan: Number(rowspan) } : {}),
    dir: (line && directionOf(line)) ?? undefined,
  };
};

/** A cell of one paragraph is written without the paragraph's element. */
export const cellContent = (cell: ProseMirrorNode, { children }: HtmlContext): ElementContent[] =>
  children(onlyLine(cell) ?? cell);

export const tableCellToHtml: NodeToHtml = (node, context) => [
  h('td', cellProperties(node), cellContent(node, context)),
];
