import { Node } from '@tiptap/core';
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import { tableEditing } from '@tiptap/pm/tables';
import { declareAttributes, textAttr } from '../../attributes.ts';
import { insertBlock } from '../../editing/place.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    table: {
      /** Puts an empty table with a header row after the current block; the caret goes to its first cell. */
      insertTable: (size?: { rows: number; columns: number }) => ReturnType;
    };
  }
}

/** What prosemirror-tables takes the nodes for (`tableRole` in their specs). */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

/** Rows of cells, with a caption of plain words. A first row of header cells is the table's head. */
export const table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addAttributes: () => declareAttributes({ caption: textAttr('data-caption', { forReader: true }) }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  addCommands() {
    return {
      insertTable:
        ({ rows, columns } = { rows: 3, columns: 3 }) =>
        (props) =>
          insertBlock(tableOf(props.state.schema, rows, columns))(props),
    };
  },
  addProseMirrorPlugins: () => [tableEditing({ allowTableNodeSelection: true })],
});

const tableOf = (schema: Schema, rows: number, columns: number): ProseMirrorNode | null => {
  const { tableRow, tableHeader, tableCell, table: type } = schema.nodes;
  if (!tableRow || !tableHeader || !tableCell || !type || rows < 1 || columns < 1) return null;
  const row = (cell: typeof tableCell): ProseMirrorNode =>
    tableRow.create(
      null,
      Array.from({ length: columns }, () => cell.createAndFill()).filter((it) => it !== null),
    );
  return type.create(null, [row(tableHeader), ...Array.from({ length: rows - 1 }, () => row(tableCell))]);
};
