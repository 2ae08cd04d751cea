/** The systems whose keys differ. */
export type Platform = 'mac' | 'windows' | 'linux';

/**
 * Why a key cannot become a shortcut. `unreadable`: no accelerator. `types-text`: alone, it types or stands for itself.
 * `moves-caret`: texts and lists walk and delete with it. `alt`: Alt and AltGr type characters and open menus.
 * `system`: the system or every program keeps it.
 */
export type KeyRefusal = 'unreadable' | 'types-text' | 'moves-caret' | 'alt' | 'system';

const everywhereButMac = [
  'Ctrl+Esc',
  'F10',
  'Shift+F10',
  'Ctrl+Shift+I',
  'Ctrl+A',
  'Ctrl+C',
  'Ctrl+X',
  'Ctrl+V',
  'Ctrl+Return',
  'Ctrl+Space',
  'Ctrl+Shift+Esc',
  'Ctrl+W',
  'Alt+Tab',
  'Alt+Shift+Tab',
  'Alt+Esc',
  'Alt+F4',
  'Alt+Space',
];

/**
 * What the systems, and programs by old habit, keep for themselves; a role, which is that habit's own meaning, may name
 * one. Ctrl+Enter confirms sheets; Ctrl+Space and Ctrl+Shift+U belong to input methods, Ctrl+Alt and the arrow keys and Ctrl+F1 to
 * F4 to the workspaces of GNOME and KDE.
 */
export const keptKeys: Readonly<Record<Platform, readonly string[]>> = {
  windows: everywhereButMac,
  linux: [
    ...everywhereButMac,
    'Ctrl+Shift+U',
    ...['Up', 'Down', 'Left', 'Right'].map((arrow) => `Ctrl+Alt+${arrow}`),
    ...['F1', 'F2', 'F3', 'F4'].map((key) => `Ctrl+${key}`),
  ],
  mac: [
    'Command+Q',
    'Command+H',
    'Alt+Command+H',
    'Command+M',
    'Command+W',
    'Command+Tab',
    'Command+Space',
    'Control+Space',
    'Control+Command+Space',
    'Command+Return',
    'Alt+Command+Esc',
    'Command+A',
    'Command+C',
    'Command+X',
    'Command+V',
    'Shift+Command+3',
    'Shift+Command+4',
    'Shift+Command+5',
    'Shift+Command+Q',
    'Control+Command+Q',
    'Command+`',
    'Shift+Command+Tab',
    'Alt+Command+D',
    'Control+Up',
    'Control+Down',
    'Control+Left',
    'Control+Right',
    'F11',
  ],
};

const modifierNames = ['Ctrl', 'Control', 'Alt', 'Shift', 'Command', 'Super'];

/** Electron's names of the keys that a shortcut can have. */
const keyPattern = /^([A-Z0-9]|[,./\\\-=;'[\]`]|F([1-9]|1[0-9]|2[0-4])|Plus|Return|Space|Esc|Tab|[A-Z][a-z]+)$/;

const caretKeys = /^(Up|Down|Left|Right|Home|End|PageUp|PageDown|Backspace|Delete|Insert|Tab|Esc)$/;
const caretLetters = /^[ABDEFHKNOPTVY]$/;

/** The keys of an accelerator in one order, so that two spellings of the same keys are equal; null when it is none. */
export const sameKeys = (accelerator: string): string | null => {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const known = parts.every((part) => modifierNames.includes(part)) && new Set(parts).size === parts.length;
  if (!known || !keyPattern.test(key)) return null;
  return [...parts.map((part) => (part === 'Control' ? 'Ctrl' : part)).sort(), key].join('+');
};

/** Why an accelerator cannot be a shortcut on that system, or null when it can; whose it may be is another question. */
export const refusedKey = (accelerator: string, platform: Platform): KeyRefusal | null => {
  const same = sameKeys(accelerator);
  if (same === null) return 'unreadable';
  if (keptKeys[platform].some((kept) => sameKeys(kept) === same)) return 'system';
  const held = same.split('+');
  const key = held.pop() ?? '';
  const holds = (name: string): boolean => held.includes(name);
  if (holds('Super') || (platform !== 'mac' && holds('Command'))) return 'system';
  if (caretKeys.test(key)) return 'moves-caret';
  if (platform !== 'mac' && holds('Alt')) return 'alt';
  if (!holds('Ctrl') && !holds('Command') && !/^F\d/.test(key)) return holds('Alt') ? 'alt' : 'types-text';
  if (platform === 'mac' && !holds('Command') && caretLetters.test(key) && !holds('Shift')) return 'moves-caret';
  return null;
};
