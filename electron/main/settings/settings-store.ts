import { join } from 'node:path';
import type Store from 'electron-store';
import type { Settings } from '../../../core/settings.ts';
import { ok, type Result, type Trouble, trouble } from '../../../core/trouble.ts';
import { diskTrouble } from '../disk-trouble.ts';
import type { Log } from '../log.ts';
import { type WindowPlace, windowPlaceSchema } from '../windows/window-place.ts';
import { readSettings, readStored, setAsideIfBroken } from './settings-file.ts';

/** Some of the settings; what is absent or undefined stays as it is. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** Settings as they are now, and the window's last place; both rest in `settings.json` of the data folder. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** What was met while opening, for `AppInfo.troubles`. */
  readonly troubles: readonly Trouble[];
  /** Keeps the change for this run even when the disk refuses it. */
  readonly set: (change: SettingsChange) => Promise<Result<Settings>>;
  readonly windowPlace: () => WindowPlace | null;
  readonly setWindowPlace: (place: WindowPlace) => Promise<Result<void>>;
};

/** electron-store brings a validator of JSON schemas, which no first paint waits for: it is loaded by the first change. */
const openStore = async (dataFolder: string): Promise<Store> => {
  const { default: ElectronStore } = await import('electron-store');
  return new ElectronStore({ name: 'settings', cwd: dataFolder, accessPropertiesByDotNotation: false });
};

/** Opens the settings of a data folder. A broken file is kept aside, logged, and the defaults are used. */
export const openSettings = (dataFolder: string, log: Log): SettingsStore => {
  const path = join(dataFolder, 'settings.json');
  const aside = setAsideIfBroken(path, new Date());
  if (aside) log.warn(`settings.json could not be read; it is kept as ${aside}`);
  const stored = readStored(path);
  let settings = readSettings(stored.settings);
  const place = windowPlaceSchema.nullable().safeParse(stored.window ?? null);
  let windowPlace = place.success ? place.data : null;

  let store: Promise<Store> | undefined;
  const write = async (key: string, value: unknown): Promise<Result<void>> => {
    store ??= openStore(dataFolder);
    try {
      (await store).set(key, value);
      return ok(undefined);
    } catch (error) {
      store = undefined;
      return diskTrouble(error);
    }
  };
  return {
    get: () => settings,
    troubles: aside ? [trouble('settings/broken', { params: { kept: aside } })] : [],
    set: async (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      settings = { ...settings, ...Object.fromEntries(given) };
      const changed = settings;
      const written = await write('settings', changed);
      return written.ok ? ok(changed) : written;
    },
    windowPlace: () => windowPlace,
    setWindowPlace: (next) => {
      windowPlace = next;
      return write('window', next);
    },
  };
};
