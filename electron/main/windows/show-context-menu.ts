import { type BrowserWindow, type ContextMenuParams, clipboard, Menu } from 'electron';
import { isOpenable, openLink } from '../links.ts';
import { contextItems } from './context-menu.ts';

/** Shows the menu of the place that was clicked; a command of the post goes the way of the menu bar. */
export const showContextMenu = (window: BrowserWindow, clicked: ContextMenuParams, run: (id: string) => void): void => {
  const items = contextItems(clicked, {
    run,
    canRun: (id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled ?? false,
    openLink: isOpenable(clicked.linkURL) ? (address) => void openLink(address) : null,
    replace: (word) => window.webContents.replaceMisspelling(word),
    learn: (word) => window.webContents.session.addWordToSpellCheckerDictionary(word),
    copyLink: (address) => void clipboard.writeText(address),
  });
  if (items.length > 0) Menu.buildFromTemplate([...items]).popup({ window });
};
