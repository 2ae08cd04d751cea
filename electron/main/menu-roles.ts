import { app, type BrowserWindow } from 'electron';
import type { MenuRole } from '../../core/commands/command.ts';

/** How much one step zooms, in Chromium's levels; as Electron's own menu items do. */
const zoomStep = 0.5;

const actions: Readonly<Record<MenuRole, (window: BrowserWindow) => void>> = {
  quit: () => app.quit(),
  cut: ({ webContents }) => webContents.cut(),
  copy: ({ webContents }) => webContents.copy(),
  paste: ({ webContents }) => webContents.paste(),
  pasteAndMatchStyle: ({ webContents }) => webContents.pasteAndMatchStyle(),
  selectAll: ({ webContents }) => webContents.selectAll(),
  resetZoom: ({ webContents }) => webContents.setZoomLevel(0),
  zoomIn: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() + zoomStep),
  zoomOut: ({ webContents }) => webContents.setZoomLevel(webContents.getZoomLevel() - zoomStep),
  togglefullscreen: (window) => window.setFullScreen(!window.isFullScreen()),
  about: () => app.showAboutPanel(),
};

/** Does what a menu item with that role does; the command palette asks for it. */
export const runRole = (role: MenuRole, window: BrowserWindow): void => actions[role](window);
