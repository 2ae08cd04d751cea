import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element } from 'hast';
import { attribute, isElement, textOf } from '../rendering/tree.ts';
import { isBlank, nodeType, type Reading, readAttributes } from './reading.ts';
import { wordsOf } from './words.ts';

const cellOf = (cell: Element, reading: Reading): ProseMirrorNode | null => {
  readAttributes(cell, reading, 'colSpan', 'rowSpan', 'scope');
  const paragraph = nodeType('paragraph');
  const words = wordsOf(cell.children, paragraph, reading);
  const span = (name: string): number => Number(attribute(cell, name) || 1);
  const attrs = { colspan: span('colSpan'), rowspan: span('rowSpan') };
  return (
    words && nodeType(cell.tagName === 'th' ? 'tableHeader' : 'tableCell').create(attrs, paragraph.create(null, words))
  );
};

const rowOf = (row: Element, reading: Reading): ProseMirrorNode | null => {
  readAttributes(row, reading);
  const cells: ProseMirrorNode[] = [];
  for (const child of row.children) {
    if (isBlank(child)) continue;
    const cell = isElement(child, 'td', 'th') ? cellOf(child, reading) : null;
    if (!cell) return null;
    cells.push(cell);
  }
  return nodeType('tableRow').create(null, cells);
};

/** A table with words in its cells; null for one with more in them. */
export const tableOf = (table: Element, caption: Element | undefined, reading: Reading): ProseMirrorNode | null => {
  readAttributes(table, reading);
  const rows: ProseMirrorNode[] = [];
  for (const part of table.children) {
    if (isBlank(part)) continue;
    if (!isElement(part, 'thead', 'tbody', 'tfoot')) return null;
    if (part.tagName === 'tfoot') reading.lose();
    readAttributes(part, reading);
    for (const child of part.children) {
      if (isBlank(child)) continue;
      const row = isElement(child, 'tr') ? rowOf(child, reading) : null;
      if (!row) return null;
      rows.push(row);
    }
  }
  if (rows.length === 0) return null;
  if (caption?.children.some(({ type }) => type === 'element')) reading.lose();
  const words = caption ? textOf(caption).replace(/\s+/g, ' ').trim() : '';
  return nodeType('table').create({ caption: words }, rows);
};
