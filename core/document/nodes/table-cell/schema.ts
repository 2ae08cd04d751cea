import { Node } from '@tiptap/core';
import { type Declaration, declareAttributes } from '../../attributes.ts';

/** More columns or rows than a cell of a written table reaches over; files and pages may be hostile. */
const largestSpan = 100;

const spanAttr = (html: 'colspan' | 'rowspan'): Declaration => ({
  kind: 'setting',
  html,
  initial: 1,
  accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= largestSpan,
  read: (text) => (/^\d{1,4}$/.test(text) ? Number(text) : undefined),
});

/** How many columns and rows a cell reaches over; what prosemirror-tables calls them. */
export const spans = { colspan: spanAttr('colspan'), rowspan: spanAttr('rowspan') };

/** A cell of a table: paragraphs. */
export const tableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => declareAttributes(spans),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
});
