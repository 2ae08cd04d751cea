import type { Keymap } from '../../core/commands/keymap.ts';
import type { CommandId } from '../../core/commands/table.ts';
import { currentKeymap, platformHere, useKeymap } from '../bridge/keymap.ts';

const signs: Readonly<Record<string, string>> = { Plus: '+', Up: '↑', Down: '↓' };

const macSigns: Readonly<Record<string, string>> = {
  Command: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Return: '↩',
};

const macOrder = ['Control', 'Alt', 'Shift', 'Command'];

/** An accelerator of the command table as people of this system write it: "Ctrl+Shift+P", "⇧⌘P". */
export const shownKeys = (accelerator: string, mac = platformHere === 'mac'): string => {
  const keys = accelerator.split('+').map((key) => signs[key] ?? key);
  if (!mac) return keys.map((key) => (key === 'Return' ? 'Enter' : key)).join('+');
  const modifiers = macOrder.filter((name) => keys.slice(0, -1).includes(name));
  return [...modifiers, keys.at(-1) ?? ''].map((key) => macSigns[key] ?? key).join('');
};

/** The first key of a command as shown in tooltips and menus; empty when it has none. */
export const keysOf = (id: CommandId, keymap: Keymap = currentKeymap(), mac = platformHere === 'mac'): string => {
  const first = keymap.get(id)?.[0];
  return first === undefined ? '' : shownKeys(first, mac);
};

/** `keysOf` for what stays on the screen: renders again when the writer chooses other keys. */
export const useKeysOf = (id: CommandId): string => keysOf(id, useKeymap());

/** All keys of a command, as shown. */
export const allKeysOf = (id: CommandId, keymap: Keymap, mac = platformHere === 'mac'): readonly string[] =>
  (keymap.get(id) ?? []).map((key) => shownKeys(key, mac));
