import { Node } from '@tiptap/core';
import { declareAttributes } from '../../attributes.ts';
import { spans } from '../table-cell/schema.ts';

/** A cell that names its column, in the first row, or its row. */
export const tableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: () => declareAttributes(spans),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
});
