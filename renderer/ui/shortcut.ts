import { type CommandId, commandOf } from '../../core/commands/table.ts';

const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

const macSigns: Readonly<Record<string, string>> = {
  Command: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Return: '↩',
};

/** An accelerator of the command table as people of this system write it: "Ctrl+Shift+P", "⇧⌘P". */
export const shownKeys = (accelerator: string, mac = onMac): string => {
  const keys = accelerator.split('+').map((key) => (key === 'Plus' ? '+' : key));
  return mac ? keys.map((key) => macSigns[key] ?? key).join('') : keys.join('+');
};

/** The first key of a command as shown in tooltips and menus; empty when it has none. */
export const keysOf = (id: CommandId, mac = onMac): string => {
  const first = commandOf(id).keys[mac ? 'mac' : 'other'][0];
  return first === undefined ? '' : shownKeys(first, mac);
};

/** All keys of a command on this system, as shown. */
export const allKeysOf = (id: CommandId, mac = onMac): readonly string[] =>
  commandOf(id).keys[mac ? 'mac' : 'other'].map((key) => shownKeys(key, mac));
