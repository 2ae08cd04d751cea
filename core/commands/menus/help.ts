import type { Command } from '../command.ts';
import { keys } from '../keys.ts';

/** The commands of the Help menu, in its order. */
export const helpCommands = [
  {
    id: 'help.palette',
    label: 'Command palette…',
    menu: 'help',
    section: 0,
    keys: keys('Ctrl+Shift+A'),
    needs: 'nothing',
  },
  { id: 'help.shortcuts', label: 'Shortcuts', menu: 'help', section: 0, keys: keys('Ctrl+/'), needs: 'nothing' },
  { id: 'help.example', label: 'Show the example', menu: 'help', section: 0, keys: keys(), needs: 'nothing' },
  { id: 'help.data-folder', label: 'Show the data folder', menu: 'help', section: 1, keys: keys(), needs: 'nothing' },
  {
    id: 'help.about',
    label: 'About Rejoinder',
    menu: 'help',
    section: 2,
    keys: keys(),
    needs: 'nothing',
    role: 'about',
  },
] as const satisfies readonly Command[];
