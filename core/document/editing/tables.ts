import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type Command, type EditorState, Selection } from '@tiptap/pm/state';
import * as tables from '@tiptap/pm/tables';

/** The table that holds the caret, and where it begins; null outside of tables. */
export const tableAtCaret = ({ selection: { $head } }: EditorState): { at: number; node: ProseMirrorNode } | null => {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    if ($head.node(depth).type.name === 'table') return { at: $head.before(depth), node: $head.node(depth) };
  }
  return null;
};

/** Whether a table's first row is its head. */
export const hasHeaderRow = (table: ProseMirrorNode): boolean =>
  table.firstChild?.firstChild?.type.name === 'tableHeader';

/** Removes the whole table with the caret. */
export const removeTable: Command = (state, dispatch) => {
  const table = tableAtCaret(state);
  if (!table) return false;
  const tr = state.tr.delete(table.at, table.at + table.node.nodeSize);
  dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(table.at))).scrollIntoView());
  return true;
};

// The library refuses to remove the last row or column; then nothing of the table is left.
const orTable =
  (command: Command): Command =>
  (state, dispatch) =>
    tableAtCaret(state) !== null && (command(state, dispatch) || removeTable(state, dispatch));

/** What can be done with the rows and columns that the selection touches. None of these applies outside of a table. */
export const tableEdits = {
  'row-above': tables.addRowBefore,
  'row-below': tables.addRowAfter,
  'column-before': tables.addColumnBefore,
  'column-after': tables.addColumnAfter,
  'remove-row': orTable(tables.deleteRow),
  'remove-column': orTable(tables.deleteColumn),
  'header-row': tables.toggleHeader('row'),
  remove: removeTable,
} as const satisfies Readonly<Record<string, Command>>;

/** Goes to the next cell, from the last one to a new row. Does nothing outside of a table. */
export const nextCell: Command = (state, dispatch) => {
  if (tables.goToNextCell(1)(state, dispatch)) return true;
  if (!tables.isInTable(state)) return false;
  return tables.addRowAfter(state, (tr) => {
    const added = state.apply(tr);
    tables.goToNextCell(1)(added, (move) => dispatch?.(tr.setSelection(move.selection).scrollIntoView()));
  });
};

/** Goes to the cell before; stays in the first one. Does nothing outside of a table. */
export const previousCell: Command = (state, dispatch) =>
  tables.isInTable(state) && (tables.goToNextCell(-1)(state, dispatch) || true);
