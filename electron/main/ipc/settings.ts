import { nativeTheme } from 'electron';
import { ok } from '../../../core/trouble.ts';
import type { Services } from '../services.ts';
import type { HandlersOf } from './handlers.ts';

/**
 * Settings. The theme is also the native one: menus, dialogs and the window's own paper follow it. Own shortcuts are shown by
 * the native menu.
 */
export const settingsHandlers = ({ settings, announce, menu }: Services): HandlersOf<'settings'> => ({
  get: () => ok(settings.get()),
  set: (change) => {
    const changed = settings.set(change);
    nativeTheme.themeSource = settings.get().theme;
    if (change.keys !== undefined) menu.showKeys(settings.get().keys);
    announce('settingsChanged', settings.get());
    return changed;
  },
});
