import { app, clipboard, shell } from 'electron';
import { failed, ok } from '../../../core/trouble.ts';
import { openLink } from '../links.ts';
import { runRole } from '../menu-roles.ts';
import { platform } from '../opening.ts';
import type { Services } from '../services.ts';
import { linkIn } from '../sources/incoming-links.ts';
import type { HandlersOf } from './handlers.ts';

/** The app itself: what it is, its menu, and the way out. */
export const appHandlers = (services: Services): HandlersOf<'app'> => ({
  opening: services.opening,
  info: async () =>
    ok({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      platform,
      dataFolder: services.dataFolder,
      vault: await services.vault.protection(),
      troubles: [...services.settings.troubles, ...(await services.libraryThread.troubles)],
    }),
  openLink: ({ url }) => openLink(url),
  showDataFolder: async () => {
    const problem = await shell.openPath(services.dataFolder);
    return problem === '' ? ok(undefined) : failed('blog/folder', { detail: problem });
  },
  // The newest Electron answers a promise here, older ones nothing.
  copyText: async ({ text }) => ok(await clipboard.writeText(text)),
  copiedLink: async () => ok(linkIn([(await clipboard.readText()).trim()]) ?? ''),
  takeLink: () => ok(services.links.take()),
  readyToClose: ({ saved }) => ok(services.readyToClose(saved)),
  menuState: (state) => ok(services.menu.showState(state)),
  runRole: ({ role }) => {
    const window = services.window();
    if (window) runRole(role, window);
    return ok(undefined);
  },
});
