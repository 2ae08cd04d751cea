import { Node } from '@tiptap/core';

/** A row of a table. It may hold no cell where cells of earlier rows reach down through all of it. */
export const tableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});
