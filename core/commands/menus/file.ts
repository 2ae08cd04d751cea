import type { Command } from '../command.ts';
import { keys } from '../keys.ts';

/** The commands of the File menu, in its order. */
export const fileCommands = [
  { id: 'file.new', label: 'New commentary post', menu: 'file', section: 0, keys: keys('Ctrl+N'), needs: 'nothing' },
  {
    id: 'file.new-from-link',
    label: 'New from link…',
    menu: 'file',
    section: 0,
    keys: keys('Ctrl+Shift+N'),
    needs: 'nothing',
  },
  { id: 'file.new-blank', label: 'New blank post', menu: 'file', section: 0, keys: keys(), needs: 'nothing' },
  {
    id: 'file.new-from-template',
    label: 'New from template…',
    menu: 'file',
    section: 0,
    keys: keys(),
    needs: 'nothing',
  },
  { id: 'file.open', label: 'Open from library…', menu: 'file', section: 0, keys: keys('Ctrl+O'), needs: 'nothing' },
  { id: 'file.save-version', label: 'Save a version', menu: 'file', section: 1, keys: keys('Ctrl+S'), needs: 'post' },
  { id: 'file.duplicate', label: 'Duplicate', menu: 'file', section: 1, keys: keys(), needs: 'post' },
  {
    id: 'file.save-template',
    label: 'Save as template…',
    menu: 'file',
    section: 1,
    keys: keys(),
    needs: 'post',
  },
  { id: 'file.trash', label: 'Move to trash', menu: 'file', section: 1, keys: keys(), needs: 'post' },
  { id: 'file.print', label: 'Print…', menu: 'file', section: 2, keys: keys('Ctrl+P'), needs: 'post' },
  { id: 'file.export-pdf', label: 'Export as PDF…', menu: 'file', section: 2, keys: keys(), needs: 'post' },
  { id: 'file.templates', label: 'Templates…', menu: 'file', section: 3, keys: keys(), needs: 'nothing' },
  { id: 'file.settings', label: 'Settings…', menu: 'file', section: 3, keys: keys('Ctrl+,'), needs: 'nothing' },
  { id: 'file.quit', label: 'Quit', menu: 'file', section: 4, keys: keys('Ctrl+Q'), needs: 'nothing', role: 'quit' },
] as const satisfies readonly Command[];
