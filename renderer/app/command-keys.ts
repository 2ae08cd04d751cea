import type { Command } from '../../core/commands/command.ts';
import { type CommandId, commands } from '../../core/commands/table.ts';

export type Platform = 'mac' | 'windows' | 'linux';

/** What of a key event decides which command it is. `alt` is also true for AltGr. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
};

type Chord = Omit<KeyPress, 'key' | 'code'> & { readonly key: string };

/** Electron's names of keys whose `KeyboardEvent.key` is another. */
const keyNames: Readonly<Record<string, string>> = {
  Plus: '+',
  Return: 'Enter',
  Space: ' ',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
};

/** Where the keys of punctuation stand on an American keyboard. */
const codes: Readonly<Record<string, string>> = { ',': 'Comma', '/': 'Slash', '\\': 'Backslash', '-': 'Minus' };

/** Reads an accelerator in Electron's notation. */
export const chordOf = (accelerator: string): Chord => {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: keyNames[key] ?? key,
    ctrl: parts.includes('Ctrl') || parts.includes('Control'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    meta: parts.includes('Command'),
  };
};

const codeOf = (key: string): string | undefined => {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return codes[key];
};

const modifiersMatch = (chord: Chord, press: KeyPress): boolean =>
  chord.ctrl === press.ctrl && chord.shift === press.shift && chord.alt === press.alt && chord.meta === press.meta;

const isDigit = (key: string): boolean => /^[0-9]$/.test(key);

// Digits by place, since Shift+8 types another character on every layout; all others by what they type.
const matchesKey = (chord: Chord, press: KeyPress): boolean =>
  isDigit(chord.key)
    ? press.code === codeOf(chord.key)
    : press.key.length === 1
      ? press.key.toLowerCase() === chord.key.toLowerCase()
      : press.key === chord.key;

// On a layout without Latin letters (Russian, Greek) a letter is found by its place; so is punctuation anywhere.
const matchesPlace = (chord: Chord, press: KeyPress): boolean =>
  press.code === codeOf(chord.key) && (!/^[A-Z]$/.test(chord.key) || !/^[a-z]$/i.test(press.key));

type Entry = { readonly command: Command & { readonly id: CommandId }; readonly chord: Chord };

const entriesOf = (which: 'mac' | 'other'): readonly Entry[] =>
  commands.flatMap((command) => command.keys[which].map((key) => ({ command, chord: chordOf(key) })));

const entries = { mac: entriesOf('mac'), other: entriesOf('other') };

/** The command that a key press asks for on that platform, or undefined. What a key types counts before where it stands. */
export const pressedCommand = (press: KeyPress, platform: Platform): Entry['command'] | undefined => {
  const held = entries[platform === 'mac' ? 'mac' : 'other'].filter(({ chord }) => modifiersMatch(chord, press));
  return (held.find(({ chord }) => matchesKey(chord, press)) ?? held.find(({ chord }) => matchesPlace(chord, press)))
    ?.command;
};

const signs: Readonly<Record<string, string>> = { Plus: '+', Up: '↑', Down: '↓' };

const shownKeys: Readonly<Record<string, string>> = {
  Command: '⌘',
  Control: '⌃',
  Shift: '⇧',
  Alt: '⌥',
  Return: '↩',
  ...signs,
};

/** An accelerator as people read it: `Ctrl+Shift+P`, on a mac `⇧⌘P`. */
export const shownAccelerator = (accelerator: string, platform: Platform): string => {
  const parts = accelerator.split('+');
  if (platform !== 'mac') return parts.map((part) => signs[part] ?? part).join('+');
  const order = ['Control', 'Alt', 'Shift', 'Command'];
  const modifiers = order.filter((name) => parts.includes(name)).map((name) => shownKeys[name]);
  const key = parts.at(-1) ?? '';
  return [...modifiers, shownKeys[key] ?? key].join('');
};

/** The first shortcut of a command as people read it, or null. */
export const shownShortcut = (command: Command, platform: Platform): string | null => {
  const [first] = command.keys[platform === 'mac' ? 'mac' : 'other'];
  return first === undefined ? null : shownAccelerator(first, platform);
};
