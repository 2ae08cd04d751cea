import type { Command } from './command.ts';

/** The same keys everywhere, with ⌘ in the place of Ctrl on a mac. */
const keys = (...other: readonly string[]): Command['keys'] => ({
  other,
  mac: other.map((key) => key.replace('Ctrl+', 'Command+')),
});

const keysWithMac = (other: readonly string[], mac: readonly string[]): Command['keys'] => ({ other, mac });

/**
 * Every command of the app, in menu order. A key belongs to one command on each platform, Ctrl+Alt is left alone
 * (AltGr types characters with it), and the keys that the systems keep for themselves are not taken: `table.test.ts`.
 */
export const commands = [
  { id: 'file.new', label: 'New commentary post', menu: 'file', section: 0, keys: keys('Ctrl+N'), needs: 'nothing' },
  { id: 'file.new-blank', label: 'New blank post', menu: 'file', section: 0, keys: keys(), needs: 'nothing' },
  { id: 'file.open', label: 'Open from library…', menu: 'file', section: 0, keys: keys('Ctrl+O'), needs: 'nothing' },
  { id: 'file.save-version', label: 'Save a version', menu: 'file', section: 1, keys: keys('Ctrl+S'), needs: 'post' },
  { id: 'file.duplicate', label: 'Duplicate', menu: 'file', section: 1, keys: keys(), needs: 'post' },
  { id: 'file.trash', label: 'Move to trash', menu: 'file', section: 1, keys: keys(), needs: 'post' },
  { id: 'file.settings', label: 'Settings…', menu: 'file', section: 2, keys: keys('Ctrl+,'), needs: 'nothing' },
  { id: 'file.quit', label: 'Quit', menu: 'file', section: 3, keys: keys('Ctrl+Q'), needs: 'nothing', role: 'quit' },

  { id: 'edit.undo', label: 'Undo', menu: 'edit', section: 0, keys: keys('Ctrl+Z'), needs: 'editor', editorKeys: true },
  {
    id: 'edit.redo',
    label: 'Redo',
    menu: 'edit',
    section: 0,
    keys: keysWithMac(['Ctrl+Y', 'Ctrl+Shift+Z'], ['Command+Shift+Z', 'Command+Y']),
    needs: 'editor',
    editorKeys: true,
  },
  { id: 'edit.cut', label: 'Cut', menu: 'edit', section: 1, keys: keys('Ctrl+X'), needs: 'nothing', role: 'cut' },
  { id: 'edit.copy', label: 'Copy', menu: 'edit', section: 1, keys: keys('Ctrl+C'), needs: 'nothing', role: 'copy' },
  { id: 'edit.paste', label: 'Paste', menu: 'edit', section: 1, keys: keys('Ctrl+V'), needs: 'nothing', role: 'paste' },
  {
    id: 'edit.paste-plain',
    label: 'Paste plain',
    menu: 'edit',
    section: 1,
    keys: keys('Ctrl+Shift+V'),
    needs: 'nothing',
    role: 'pasteAndMatchStyle',
  },
  {
    id: 'edit.select-all',
    label: 'Select all',
    menu: 'edit',
    section: 1,
    keys: keys('Ctrl+A'),
    needs: 'nothing',
    role: 'selectAll',
  },
  {
    id: 'edit.find-in-posts',
    label: 'Find in all posts',
    menu: 'edit',
    section: 2,
    keys: keys('Ctrl+Shift+F'),
    needs: 'nothing',
  },

  { id: 'view.library', label: 'Library', menu: 'view', section: 0, keys: keys('F9'), needs: 'nothing', toggles: true },
  {
    id: 'view.side',
    label: 'Side panel',
    menu: 'view',
    section: 0,
    keys: keys('Shift+F9'),
    needs: 'nothing',
    toggles: true,
  },
  { id: 'view.next-pane', label: 'Next pane', menu: 'view', section: 1, keys: keys('F6'), needs: 'nothing' },
  {
    id: 'view.previous-pane',
    label: 'Previous pane',
    menu: 'view',
    section: 1,
    keys: keys('Shift+F6'),
    needs: 'nothing',
  },
  {
    id: 'view.tab-leaves-editor',
    label: 'Tab leaves the editor',
    menu: 'view',
    section: 1,
    keys: keysWithMac(['Ctrl+M'], ['Control+Shift+M']),
    needs: 'nothing',
    toggles: true,
  },
  {
    id: 'view.actual-size',
    label: 'Actual size',
    menu: 'view',
    section: 2,
    keys: keys('Ctrl+0'),
    needs: 'nothing',
    role: 'resetZoom',
  },
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    menu: 'view',
    section: 2,
    keys: keys('Ctrl+Plus'),
    needs: 'nothing',
    role: 'zoomIn',
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    menu: 'view',
    section: 2,
    keys: keys('Ctrl+-'),
    needs: 'nothing',
    role: 'zoomOut',
  },
  {
    id: 'view.full-screen',
    label: 'Full screen',
    menu: 'view',
    section: 3,
    keys: keysWithMac(['F11'], ['Control+Command+F']),
    needs: 'nothing',
    role: 'togglefullscreen',
  },

  { id: 'insert.picture', label: 'Picture…', menu: 'insert', section: 0, keys: keys('Ctrl+J'), needs: 'editor' },
  { id: 'insert.video', label: 'Video…', menu: 'insert', section: 0, keys: keys(), needs: 'editor' },
  { id: 'insert.source', label: 'Source…', menu: 'insert', section: 1, keys: keys('Ctrl+Shift+L'), needs: 'post' },
  {
    id: 'insert.quotation',
    label: 'Quotation',
    menu: 'insert',
    section: 1,
    keys: keys('Ctrl+Shift+B'),
    needs: 'editor',
  },
  { id: 'insert.citation', label: 'Citation', menu: 'insert', section: 1, keys: keys(), needs: 'editor' },
  { id: 'insert.divider', label: 'Divider', menu: 'insert', section: 2, keys: keys(), needs: 'editor' },

  {
    id: 'format.bold',
    label: 'Bold',
    menu: 'format',
    section: 0,
    keys: keys('Ctrl+B'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.italic',
    label: 'Italic',
    menu: 'format',
    section: 0,
    keys: keys('Ctrl+I'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.underline',
    label: 'Underline',
    menu: 'format',
    section: 0,
    keys: keys('Ctrl+U'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.strike',
    label: 'Strike',
    menu: 'format',
    section: 0,
    keys: keys('Ctrl+Shift+X'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.link',
    label: 'Link…',
    menu: 'format',
    section: 1,
    keys: keys('Ctrl+K'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.remove-link',
    label: 'Remove link',
    menu: 'format',
    section: 1,
    keys: keys('Ctrl+Shift+K'),
    needs: 'editor',
    editorKeys: true,
  },
  {
    id: 'format.paragraph',
    label: 'Paragraph',
    menu: 'format',
    section: 2,
    keys: keys(),
    needs: 'editor',
    toggles: true,
  },
  {
    id: 'format.heading-2',
    label: 'Heading',
    menu: 'format',
    section: 2,
    keys: keys(),
    needs: 'editor',
    toggles: true,
  },
  {
    id: 'format.heading-3',
    label: 'Smaller heading',
    menu: 'format',
    section: 2,
    keys: keys(),
    needs: 'editor',
    toggles: true,
  },
  {
    id: 'format.heading-4',
    label: 'Smallest heading',
    menu: 'format',
    section: 2,
    keys: keys(),
    needs: 'editor',
    toggles: true,
  },
  {
    id: 'format.bulleted-list',
    label: 'Bulleted list',
    menu: 'format',
    section: 3,
    keys: keys('Ctrl+Shift+8'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.numbered-list',
    label: 'Numbered list',
    menu: 'format',
    section: 3,
    keys: keys('Ctrl+Shift+7'),
    needs: 'editor',
    editorKeys: true,
    toggles: true,
  },
  {
    id: 'format.clear',
    label: 'Clear formatting',
    menu: 'format',
    section: 4,
    keys: keys('Ctrl+\\'),
    needs: 'editor',
    editorKeys: true,
  },

  { id: 'post.publish', label: 'Publish…', menu: 'post', section: 0, keys: keys('Ctrl+Shift+P'), needs: 'post' },
  {
    id: 'post.preview',
    label: 'Preview',
    menu: 'post',
    section: 1,
    keys: keysWithMac(['F12'], ['Shift+Command+Return']),
    needs: 'post',
    toggles: true,
  },

  { id: 'blog.connect', label: 'Connect a blog…', menu: 'blog', section: 0, keys: keys(), needs: 'nothing' },
  { id: 'blog.outbox', label: 'Outbox', menu: 'blog', section: 1, keys: keys(), needs: 'nothing' },

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

export type CommandId = (typeof commands)[number]['id'];

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

/** The command of that id, or undefined: ids also arrive from the native menu and from settings. */
export const findCommand = (id: string): (Command & { readonly id: CommandId }) | undefined =>
  byId.get(id) as (Command & { readonly id: CommandId }) | undefined;

/** The command of that id. */
export const commandOf = (id: CommandId): Command => {
  const command = byId.get(id);
  if (command === undefined) throw new Error(`No command ${id}.`);
  return command;
};
