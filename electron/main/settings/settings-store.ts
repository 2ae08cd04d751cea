import { join } from 'node:path';
import Store from 'electron-store';
import type { Settings } from '../../../core/settings.ts';
import { failed, ok, type Result, type Trouble, trouble } from '../../../core/trouble.ts';
import type { Log } from '../log.ts';
import { type WindowPlace, windowPlaceSchema } from '../windows/window-place.ts';
import { readSettings, setAsideIfBroken } from './settings-file.ts';

/** Some of the settings; what is absent or undefined stays as it is. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Settings as they are now, and the window's last place; both rest in `settings.json` of the data folder. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** What was met while opening, for `AppInfo.troubles`. */
  readonly troubles: readonly Trouble[];
  /** Keeps the change for this run even when the disk refuses it. */
  readonly set: (change: SettingsChange) => Result<Settings>;
  readonly windowPlace: () => WindowPlace | null;
  readonly setWindowPlace: (place: WindowPlace) => Result<void>;
};

const troubleOf = (error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return failed('library/disk-full', { detail: String(error) });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return failed('library/read-only', { detail: String(error) });
  }
  throw error;
};

/** Opens the settings of a data folder. A broken file is kept aside, logged, and the defaults are used. */
export const openSettings = (dataFolder: string, log: Log): SettingsStore => {
  const aside = setAsideIfBroken(join(dataFolder, 'settings.json'), new Date());
  if (aside) log.warn(`settings.json could not be read; it is kept as ${aside}`);
  const store = new Store({ name: 'settings', cwd: dataFolder, accessPropertiesByDotNotation: false });
  let settings = readSettings(store.get('settings'));
  const place = windowPlaceSchema.nullable().safeParse(store.get('window') ?? null);
  let windowPlace = place.success ? place.data : null;

  const write = (key: string, value: unknown): Result<void> => {
    try {
      store.set(key, value);
      return ok(undefined);
    } catch (error) {
      return troubleOf(error);
    }
  };
  return {
    get: () => settings,
    troubles: aside ? [trouble('settings/broken', { params: { kept: aside } })] : [],
    set: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      settings = { ...settings, ...Object.fromEntries(given) };
      const written = write('settings', settings);
      return written.ok ? ok(settings) : written;
    },
    windowPlace: () => windowPlace,
    setWindowPlace: (next) => {
      windowPlace = next;
      return write('window', next);
    },
  };
};
