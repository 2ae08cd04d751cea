import { nativeTheme } from 'electron';
import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/**
 * Settings. The theme is also the native one: menus, dialogs and the window's own paper follow it. Own shortcuts are shown by
 * the native menu, the zoom is carried out by the engine.
 */
export const settingsHandlers = ({ settings, announce, menu, window, spelling }: Services): HandlersOf<'settings'> => ({
  get: () => ok(settings.get()),
  set: (change) => {
    const changed = settings.set(change);
    nativeTheme.themeSource = settings.get().theme;
    if (change.keys !== undefined) menu.showKeys(settings.get().keys);
    if (change.zoom !== undefined) window()?.webContents.setZoomFactor(change.zoom / 100);
    if (change.checkSpelling !== undefined || change.dictionaries !== undefined) spelling.update();
    announce('settingsChanged', settings.get());
    return changed;
  },
});
