import type { Command, EditorState } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { hasHeaderRow, tableAtCaret, tableEdits } from '../../core/document/editing/tables.ts';
import { type CommandReason, useCommand } from '../app/commands.ts';
import { useAtCaret } from './use-at-caret.ts';

const placeOf = (state: EditorState) => {
  const table = tableAtCaret(state);
  return { inTable: table !== null, header: table !== null && hasHeaderRow(table.node) };
};

type EditProps = {
  readonly editor: Editor;
  readonly id: keyof typeof tableEdits;
  readonly inTable: boolean;
  readonly ticked: boolean;
};

const TableEdit = ({ editor, id, inTable, ticked }: EditProps) => {
  const edit: Command = tableEdits[id];
  const run = (): void => {
    edit(editor.state, editor.view.dispatch);
    editor.view.focus();
  };
  useCommand(`table.${id}`, run, { ...inATable(inTable), ticked });
  return null;
};

const inATable = (enabled: boolean) => (enabled ? {} : { enabled, reason: 'not-in-table' as CommandReason });

const ids = Object.keys(tableEdits) as readonly (keyof typeof tableEdits)[];

/** Says what the commands for tables do while a post is open for writing. */
export const TableCommands = ({ editor }: { readonly editor: Editor }) => {
  const { inTable, header } = useAtCaret(editor, placeOf);
  useCommand('insert.table', () => void editor.chain().focus().insertTable().run());
  useCommand(
    'table.caption',
    () => {
      const table = tableAtCaret(editor.state);
      const dom = table && editor.view.nodeDOM(table.at);
      if (dom instanceof HTMLElement) dom.querySelector<HTMLInputElement>('.table-caption')?.focus();
    },
    inATable(inTable),
  );
  return ids.map((id) => (
    <TableEdit key={id} editor={editor} id={id} inTable={inTable} ticked={id === 'header-row' && header} />
  ));
};
