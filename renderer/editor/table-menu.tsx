import type { Editor } from '@tiptap/react';
import { type CommandId, commandOf } from '../../core/commands/table.ts';
import { commandState, runCommand } from '../app/commands.ts';
import { MenuAt, type MenuEntry } from '../ui/menu.tsx';
import type { Panel } from './editor-context.ts';
import { words } from './words.ts';

/** Commands of a table in the order of its menu; a group begins with a hairline. */
const groups: readonly (readonly CommandId[])[] = [
  ['table.row-above', 'table.row-below', 'table.column-before', 'table.column-after'],
  ['table.header-row', 'table.caption'],
  ['table.remove-row', 'table.remove-column', 'table.remove'],
];

const entries = (): readonly MenuEntry[] =>
  groups.flatMap((ids, group) =>
    ids.map((id, index) => ({
      label: commandOf(id).label,
      separator: group > 0 && index === 0,
      ticked: commandState(id).ticked,
      disabled: !commandState(id).enabled,
      onSelect: () => void runCommand(id),
    })),
  );

type Props = {
  readonly editor: Editor;
  readonly panel: Extract<Panel, { kind: 'table' }>;
  readonly onClose: () => void;
};

/** The menu at a table: what the commands do with the row and column of the caret. */
export const TableMenu = ({ editor, panel, onClose }: Props) => (
  <MenuAt
    anchor={panel.anchor}
    label={words('table.menu')}
    entries={entries}
    onClose={(chosen) => {
      onClose();
      if (!chosen && document.activeElement?.closest('[role="menu"]')) editor.view.focus();
    }}
  />
);
