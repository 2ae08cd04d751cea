import { Menu, type MenuItem, type MenuItemConstructorOptions } from 'electron';
import { type Command, menuLabels, menus, submenuLabels } from '../../core/commands/command.ts';
import { type Keymap, keymapOf, type OwnKeys } from '../../core/commands/keymap.ts';
import { type CommandId, commands } from '../../core/commands/table.ts';
import { platform } from './opening.ts';

/** Which commands can run and which are on, as the window last told. */
export type MenuState = { readonly enabled: readonly string[]; readonly ticked: readonly string[] };

type Listed = Command & { readonly id: CommandId };

type MenuParts = {
  readonly keymap: Keymap;
  /** Gets the id of what the writer chose. */
  readonly run: (id: string) => void;
};

const listed: readonly Listed[] = commands;

const isMac = process.platform === 'darwin';

/** On a mac these stand in the menu that carries the app's name. */
const inAppMenu = new Set(['file.settings', 'file.quit', 'help.about']);

/**
 * The window handles the keys of its own commands, for only it knows where the caret is; the menu shows them. (A mac asks
 * the page first and the menu only for what the page let pass, so a key never counts twice there either.) Keys of roles
 * belong to the system.
 */
const itemOf = (command: Listed, { keymap, run }: MenuParts): MenuItemConstructorOptions => {
  const accelerator = keymap.get(command.id)?.[0];
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

/** The items, or for the first of a menu inside of the menu all of that one, with a separator wherever the section changes. */
const inSections = (items: readonly Listed[], parts: MenuParts): MenuItemConstructorOptions[] =>
  items.flatMap((command, at) => {
    const { section, submenu } = command;
    const before = items[at - 1];
    if (submenu !== undefined && before?.submenu === submenu) return [];
    const inside = items.filter((it) => it.submenu === submenu).map((it) => itemOf(it, parts));
    const item = submenu === undefined ? itemOf(command, parts) : { label: submenuLabels[submenu], submenu: inside };
    const separates = before !== undefined && before.section !== section;
    return [...(separates ? [{ type: 'separator' } as const] : []), item];
  });

const appMenu = (parts: MenuParts): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    { role: 'about' },
    { type: 'separator' },
    ...listed.filter((it) => it.id === 'file.settings').map((it) => itemOf(it, parts)),
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

const buildMenu = (parts: MenuParts): Menu => {
  const titled = menus.map((menu): MenuItemConstructorOptions => {
    const items = listed.filter((it) => it.menu === menu && !(isMac && inAppMenu.has(it.id)));
    return { id: menu, label: menuLabels[menu], submenu: inSections(items, parts) };
  });
  const help = titled.pop();
  const windowMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'windowMenu' }] : [];
  return Menu.buildFromTemplate([
    ...(isMac ? [appMenu(parts)] : []),
    ...titled,
    ...windowMenu,
    ...(help ? [{ ...help, role: 'help' } as const] : []),
  ]);
};

const roleless = listed.filter((it) => it.role === undefined);

/** Enables and ticks the menu's items. What Electron carries out by itself keeps its own state. */
const applyMenuState = (menu: Menu, state: MenuState): void => {
  for (const command of roleless) {
    const item: MenuItem | null = menu.getMenuItemById(command.id);
    if (!item) continue;
    item.enabled = state.enabled.includes(command.id);
    // Electron ticks a checkbox by itself when it is clicked; the window's word is the one that counts.
    if (item.type === 'checkbox') item.checked = state.ticked.includes(command.id);
  }
};

/** The app's native menu, made from the command table. */
export type AppMenu = {
  readonly showState: (state: MenuState) => void;
  /** Shows other keys. Electron's items keep the accelerator they were made with, so the menu is made anew. */
  readonly showKeys: (own: OwnKeys) => void;
};

/** Puts the menu in its place, with the writer's own keys; `run` gets the id of what the writer chose. */
export const startMenu = (own: OwnKeys, run: (id: string) => void): AppMenu => {
  let state: MenuState | undefined;
  let menu: Menu;
  const showKeys = (keys: OwnKeys): void => {
    menu = buildMenu({ keymap: keymapOf(keys, platform), run });
    if (state) applyMenuState(menu, state);
    Menu.setApplicationMenu(menu);
  };
  showKeys(own);
  return {
    showKeys,
    showState: (next) => {
      state = next;
      applyMenuState(menu, next);
    },
  };
};
