import { Menu, type MenuItem, type MenuItemConstructorOptions } from 'electron';
import { type Command, menuLabels, menus } from '../../core/commands/command.ts';
import { commands } from '../../core/commands/table.ts';

/** Which commands can run and which are on, as the window last told. */
export type MenuState = { readonly enabled: readonly string[]; readonly ticked: readonly string[] };

const isMac = process.platform === 'darwin';

/** On a mac these stand in the menu that carries the app's name. */
const inAppMenu = new Set(['file.settings', 'file.quit', 'help.about']);

/**
 * The window handles the keys of its own commands, for only it knows where the caret is; the menu shows them. (A mac asks
 * the page first and the menu only for what the page let pass, so a key never counts twice there either.) Keys of roles
 * belong to the system.
 */
const itemOf = (command: Command, run: (id: string) => void): MenuItemConstructorOptions => {
  const accelerator = (isMac ? command.keys.mac : command.keys.other)[0];
  const item: MenuItemConstructorOptions = {
    id: command.id,
    label: command.label,
    ...(accelerator === undefined ? {} : { accelerator }),
  };
  if (command.role) return { ...item, role: command.role };
  return {
    ...item,
    type: command.toggles ? 'checkbox' : 'normal',
    enabled: command.needs === 'nothing',
    registerAccelerator: false,
    click: () => run(command.id),
  };
};

/** The items with a separator wherever the section changes. */
const inSections = (items: readonly Command[], run: (id: string) => void): MenuItemConstructorOptions[] =>
  items.flatMap((command, at) => {
    const before = items[at - 1];
    const separates = before !== undefined && before.section !== command.section;
    return [...(separates ? [{ type: 'separator' } as const] : []), itemOf(command, run)];
  });

const appMenu = (run: (id: string) => void): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    ...commands.filter((it) => it.id === 'file.settings').map((it) => itemOf(it, run)),
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { role: 'quit' },
  ],
});

/** Builds the native menu from the command table; `run` gets the id of what the writer chose. */
export const buildMenu = (run: (id: string) => void): Menu => {
  const titled = menus.map((menu): MenuItemConstructorOptions => {
    const items = commands.filter((it) => it.menu === menu && !(isMac && inAppMenu.has(it.id)));
    return { id: menu, label: menuLabels[menu], submenu: inSections(items, run) };
  });
  const help = titled.pop();
  const windowMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'windowMenu' }] : [];
  return Menu.buildFromTemplate([
    ...(isMac ? [appMenu(run)] : []),
    ...titled,
    ...windowMenu,
    ...(help ? [{ ...help, role: 'help' } as const] : []),
  ]);
};

const roleless = commands.filter((it: Command) => it.role === undefined);

/** Enables and ticks the menu's items. What Electron carries out by itself keeps its own state. */
export const applyMenuState = (menu: Menu, state: MenuState): void => {
  for (const command of roleless) {
    const item: MenuItem | null = menu.getMenuItemById(command.id);
    if (!item) continue;
    item.enabled = state.enabled.includes(command.id);
    // Electron ticks a checkbox by itself when it is clicked; the window's word is the one that counts.
    if (item.type === 'checkbox') item.checked = state.ticked.includes(command.id);
  }
};
