import { app, type BrowserWindow } from 'electron';
import type { MenuRole } from '../../core/commands/command.ts';

const actions: Readonly<Record<MenuRole, (window: BrowserWindow) => void>> = {
  quit: () => app.quit(),
  cut: ({ webContents }) => webContents.cut(),
  copy: ({ webContents }) => webContents.copy(),
  paste: ({ webContents }) => webContents.paste(),
  pasteAndMatchStyle: ({ webContents }) => webContents.pasteAndMatchStyle(),
  selectAll: ({ webContents }) => webContents.selectAll(),
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
  about: () => app.showAboutPanel(),
};

/** Does what a menu item with that role does; the command palette asks for it. */
export const runRole = (role: MenuRole, window: BrowserWindow): void => actions[role](window);
