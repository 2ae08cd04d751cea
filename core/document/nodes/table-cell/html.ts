import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { HtmlContext, NodeToHtml } from '../../html.ts';

/** Attributes for the columns and rows that a cell reaches over, where that is more than one. */
export const spansOf = ({ attrs: { colspan, rowspan } }: ProseMirrorNode): Properties => ({
  ...(colspan > 1 ? { colSpan: Number(colspan) } : {}),
  ...(rowspan > 1 ? { rowSpan: Number(rowspan) } : {}),
});

/** A cell of one paragraph is written without the paragraph's element. */
export const cellContent = (cell: ProseMirrorNode, { children }: HtmlContext): ElementContent[] =>
  cell.childCount === 1 && cell.firstChild ? children(cell.firstChild) : children(cell);

export const tableCellToHtml: NodeToHtml = (node, context) => [h('td', spansOf(node), cellContent(node, context))];
