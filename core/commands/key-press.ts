import type { Command } from './command.ts';
import type { Keymap } from './keymap.ts';
import { type CommandId, commands } from './table.ts';

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
  Esc: 'Escape',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

const namesOfKeys: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(keyNames).map(([name, key]) => [key, name]),
);

/** Where the keys of punctuation stand on an American keyboard. */
const codes: Readonly<Record<string, string>> = {
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
  '\\': 'Backslash',
  '-': 'Minus',
  '=': 'Equal',
  ';': 'Semicolon',
  "'": 'Quote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '`': 'Backquote',
};

/** Reads an accelerator in Electron's notation. */
export const chordOf = (accelerator: string): Chord => {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key: keyNames[key] ?? key,
    ctrl: parts.includes('Ctrl') || parts.includes('Control'),
    shift: parts.includes('Shift'),
    alt: parts.includes('Alt'),
    meta: parts.includes('Command') || parts.includes('Super'),
  };
};

const codeOf = (key: string): string | undefined => {
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  if (/^[A-Z]$/.test(key)) return `Key${key}`;
  return codes[key];
};

/** Which modifiers are held, as one number. */
const modifiersOf = ({ ctrl, shift, alt, meta }: Omit<Chord, 'key'>): number =>
  (ctrl ? 1 : 0) + (shift ? 2 : 0) + (alt ? 4 : 0) + (meta ? 8 : 0);

const isDigit = (key: string): boolean => /^[0-9]$/.test(key);

// Digits by place, since Shift+8 types another character on every layout; all others by what they type.
const matchesKey = (chord: Chord, press: KeyPress): boolean =>
  isDigit(chord.key)
    ? press.code === codeOf(chord.key) || press.code === `Numpad${chord.key}`
    : press.key.length === 1
      ? press.key.toLowerCase() === chord.key.toLowerCase()
      : press.key === chord.key;

// On a layout without Latin letters (Russian, Greek) a letter is found by its place; so is punctuation anywhere.
const matchesPlace = (chord: Chord, press: KeyPress): boolean =>
  press.code === codeOf(chord.key) && (!/^[A-Z]$/.test(chord.key) || !/^[a-z]$/i.test(press.key));

type Entry = { readonly command: Command & { readonly id: CommandId }; readonly chord: Chord };

/** Read once per keymap, by the modifiers: a key is looked up at every press, and a letter alone is hardly ever a command. */
const entriesOfKeymap = new WeakMap<Keymap, ReadonlyMap<number, readonly Entry[]>>();

const entriesOf = (keymap: Keymap): ReadonlyMap<number, readonly Entry[]> => {
  const known = entriesOfKeymap.get(keymap);
  if (known) return known;
  const entries: readonly Entry[] = commands.flatMap((command) =>
    (keymap.get(command.id) ?? []).map((key) => ({ command, chord: chordOf(key) })),
  );
  const byModifiers = Map.groupBy(entries, ({ chord }) => modifiersOf(chord));
  entriesOfKeymap.set(keymap, byModifiers);
  return byModifiers;
};

/** The command that a key press asks for, or undefined. What a key types counts before where it stands. */
export const pressedCommand = (press: KeyPress, keymap: Keymap): Entry['command'] | undefined => {
  const held = entriesOf(keymap).get(modifiersOf(press));
  if (held === undefined) return undefined;
  return (held.find(({ chord }) => matchesKey(chord, press)) ?? held.find(({ chord }) => matchesPlace(chord, press)))
    ?.command;
};

const modifierKeys = new Set(['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'Fn', 'NumLock']);

const keyNameOf = ({ key, code, shift }: KeyPress): string | null => {
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (key.length > 1) return /^(F\d+|[A-Z][A-Za-z]+)$/.test(key) ? (namesOfKeys[key] ?? key) : null;
  if (!shift && (key in codes || key in namesOfKeys)) return namesOfKeys[key] ?? key;
  if (key === ' ') return 'Space';
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ?? Object.keys(codes).find((it) => codes[it] === code) ?? null;
};

/**
 * A key press as an accelerator in Electron's notation, for shortcuts that a person records: what `pressedCommand` finds
 * again at the same press. Null while only modifiers are held, and for keys that have no name (dead keys, media keys).
 */
export const acceleratorOf = (press: KeyPress, mac: boolean): string | null => {
  if (modifierKeys.has(press.key) || press.key === 'Dead' || press.key === 'Process' || press.key === 'Unidentified') {
    return null;
  }
  const name = keyNameOf(press);
  if (name === null) return null;
  return [
    ...(press.ctrl ? [mac ? 'Control' : 'Ctrl'] : []),
    ...(press.alt ? ['Alt'] : []),
    ...(press.shift ? ['Shift'] : []),
    ...(press.meta ? [mac ? 'Command' : 'Super'] : []),
    name,
  ].join('+');
};
