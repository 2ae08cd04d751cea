import { useQuery } from '@tanstack/react-query';
import { type Keymap, keymapOf, type OwnKeys } from '../../core/commands/keymap.ts';
import type { Platform } from '../../core/commands/refused-keys.ts';
import { defaultSettings } from '../../core/settings.ts';
import { currentSettings, settingsQuery } from './queries.ts';

const systemName = typeof navigator === 'undefined' ? '' : navigator.platform;

/** The system this window runs on, as far as its keys differ. */
export const platformHere: Platform = /Mac/.test(systemName) ? 'mac' : /Win/.test(systemName) ? 'windows' : 'linux';

let last: { readonly own: OwnKeys; readonly keymap: Keymap } | undefined;

// Made once per change: it is asked for at every key press and by every button.
const keymapFor = (own: OwnKeys): Keymap => {
  if (last?.own !== own) last = { own, keymap: keymapOf(own, platformHere) };
  return last.keymap;
};

/** The keys in force now: the table's, and the writer's own over them. */
export const currentKeymap = (): Keymap => keymapFor(currentSettings().keys);

/** `currentKeymap` for what shows keys: renders again when they change. */
export const useKeymap = (): Keymap =>
  keymapFor(useQuery({ ...settingsQuery, select: ({ keys }) => keys }).data ?? defaultSettings.keys);

/** The keys of the table itself, as if nothing were remapped. */
export const tableKeymap: Keymap = keymapOf({}, platformHere);
