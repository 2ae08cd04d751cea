import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRemapped, type Keymap, keymapOf, ownerOf, refusedRemap, refusedReset, tableKeys } from './keymap.ts';
import { keptKeys, refusedKey, sameKeys } from './refused-keys.ts';
import { commandOf, commands } from './table.ts';

const platforms = ['windows', 'linux', 'mac'] as const;

const expectOneOwnerEach = (keymap: Keymap): void => {
  const owners = new Map<string | null, string>();
  for (const [id, keys] of keymap) {
    for (const key of keys) {
      const same = sameKeys(key);
      expect(owners.get(same), `${key} of ${id}`).toBeUndefined();
      owners.set(same, id);
    }
  }
};

describe.each(platforms)('the keys in force on %s', (platform) => {
  const control = platform === 'mac' ? 'Command' : 'Ctrl';

  test('are the table’s while nothing is remapped', () => {
    const keymap = keymapOf({}, platform);
    for (const command of commands) expect(keymap.get(command.id)).toEqual(tableKeys(command, platform));
  });

  test('follow the writer, and the command that had the key keeps none of it', () => {
    const keymap = keymapOf({ 'format.strike': [`${control}+B`], 'format.bold': [`${control}+Shift+Y`] }, platform);
    expect(keymap.get('format.strike')).toEqual([`${control}+B`]);
    expect(keymap.get('format.bold')).toEqual([`${control}+Shift+Y`]);
    expect(isRemapped('format.bold', keymap, platform)).toBe(true);
    expect(isRemapped('format.italic', keymap, platform)).toBe(false);
  });

  test('are none for a command whose keys were removed', () => {
    const keymap = keymapOf({ 'format.bold': [] }, platform);
    expect(keymap.get('format.bold')).toEqual([]);
    expect(ownerOf(keymap, `${control}+B`)).toBeNull();
  });

  test('never leave a role: Copy stays where every program has it', () => {
    const keymap = keymapOf({ 'format.bold': [`${control}+C`], 'edit.copy': ['F7'] }, platform);
    expect(keymap.get('edit.copy')).toEqual([`${control}+C`]);
    expect(keymap.get('format.bold')).toEqual([`${control}+B`]);
  });

  test('drop what is unknown or broken and keep the rest', () => {
    const keymap = keymapOf(
      {
        'no.such-command': ['F7'],
        constructor: ['F7'],
        'format.bold': ['Ctrl+Wheel+B', '', '++', 'ctrl+b'],
        'format.italic': null,
        'format.underline': ['F7', 'Nothing+Such'],
      },
      platform,
    );
    expect(keymap.get('format.bold')).toEqual([`${control}+B`]);
    expect(keymap.get('format.italic')).toEqual([`${control}+I`]);
    expect(keymap.get('format.underline')).toEqual(['F7']);
    expect([...keymap.keys()].sort()).toEqual(commands.map(({ id }) => id).sort());
  });

  test('have one owner each and take nothing the system keeps, whatever the settings say', () => {
    const keys = fc.constantFrom(
      ...commands.flatMap((command) => tableKeys(command, platform)),
      ...keptKeys[platform],
      'F7',
      'Shift+Ctrl+P',
      'Ctrl+Alt+E',
      'A',
      'Shift+A',
      'Ctrl+Left',
      'nonsense',
    );
    const own = fc.dictionary(
      fc.constantFrom(...commands.map(({ id }) => id), 'unknown.id'),
      fc.option(fc.array(keys, { maxLength: 3 })),
    );
    fc.assert(
      fc.property(own, (settings) => {
        const keymap = keymapOf(settings, platform);
        expectOneOwnerEach(keymap);
        for (const [id, accelerators] of keymap) {
          if ('role' in commandOf(id)) continue;
          for (const accelerator of accelerators)
            expect([null, 'moves-caret'], id).toContain(refusedKey(accelerator, platform));
        }
      }),
    );
  });
});

test('a free key that a newer table gives to a command stays with the writer’s own choice', () => {
  const keymap = keymapOf({ 'view.side': ['Ctrl+N'] }, 'linux');
  expect(ownerOf(keymap, 'Ctrl+N')).toBe('view.side');
  expect(keymap.get('file.new')).toEqual([]);
});

describe('a collision is refused, naming the command that has the key', () => {
  const keymap = keymapOf({ 'format.strike': ['F7'] }, 'windows');

  test.each([
    ['Ctrl+B', { reason: 'taken', by: 'format.bold' }],
    ['Ctrl+C', { reason: 'taken', by: 'edit.copy' }],
    ['Ctrl+Z', { reason: 'taken', by: 'edit.undo' }],
    ['F7', { reason: 'taken', by: 'format.strike' }],
    ['Ctrl+Alt+B', { reason: 'alt' }],
    ['Ctrl+I', null],
    ['Ctrl+Shift+X', null],
  ] as const)('%s for Italic', (accelerator, refusal) => {
    expect(refusedRemap('format.italic', accelerator, keymap, 'windows')).toEqual(refusal);
  });

  test('at a reset too', () => {
    const own = { 'format.bold': ['F7'], 'format.strike': ['Ctrl+B'] };
    expect(refusedReset('format.bold', own, 'windows')).toEqual({ reason: 'taken', by: 'format.strike' });
    expect(refusedReset('format.strike', own, 'windows')).toBeNull();
  });
});

test.each([
  ['Ctrl+Alt+E', 'linux', 'alt'],
  ['Alt+E', 'windows', 'alt'],
  ['Alt+Command+U', 'mac', null],
  ['Alt+U', 'mac', 'alt'],
  ['Control+E', 'mac', 'moves-caret'],
  ['Control+Shift+M', 'mac', null],
  ['Super+K', 'linux', 'system'],
  ['Command+K', 'windows', 'system'],
  ['Ctrl+Shift+U', 'linux', 'system'],
  ['Ctrl+Shift+U', 'windows', null],
  ['Ctrl+Left', 'windows', 'moves-caret'],
  ['Shift+X', 'windows', 'types-text'],
  ['X', 'mac', 'types-text'],
  ['Return', 'linux', 'types-text'],
  ['Ctrl+Return', 'linux', 'system'],
  ['F7', 'linux', null],
  ['F11', 'mac', 'system'],
  ['Ctrl++', 'linux', 'unreadable'],
  ['Ctrl+Ctrl+K', 'linux', 'unreadable'],
  ['', 'linux', 'unreadable'],
] as const)('%s on %s: %s', (accelerator, platform, refusal) => {
  expect(refusedKey(accelerator, platform)).toBe(refusal);
});

/** What a person of each system expects never to be taken: https://support.apple.com/102650, Microsoft's list for Windows, GNOME, KDE. */
const ofTheSystem = {
  windows: [
    'Alt+F4',
    'Alt+Tab',
    'Alt+Space',
    'Alt+Esc',
    'Ctrl+Esc',
    'Ctrl+Shift+Esc',
    'Super+L',
    'Super+D',
    'Super+Shift+S',
  ],
  linux: [
    'Alt+F4',
    'Alt+Tab',
    'Alt+F2',
    'Alt+Space',
    'Super+L',
    'Ctrl+Alt+T',
    'Ctrl+Alt+Left',
    'Ctrl+F1',
    'Ctrl+Shift+U',
  ],
  mac: [
    ...['Command+H', 'Command+Q', 'Command+M', 'Command+Tab', 'Command+`', 'Command+Space', 'Control+Space'],
    ...['Control+Command+Space', 'Control+Command+Q', 'Alt+Command+Esc', 'Shift+Command+3', 'Control+Up', 'F11'],
  ],
} as const;

describe.each(platforms)('the keys of the system on %s', (platform) => {
  test.each(ofTheSystem[platform])('%s belongs to no command and can be given to none', (key) => {
    const keymap = keymapOf({}, platform);
    const owner = ownerOf(keymap, key);
    expect(owner === null || commandOf(owner).role !== undefined, `${owner} has it`).toBe(true);
    for (const command of commands) {
      if ('role' in command) continue;
      expect(refusedRemap(command.id, key, keymap, platform), command.id).not.toBeNull();
      expect(keymapOf({ [command.id]: [key] }, platform).get(command.id), command.id).not.toContain(key);
    }
  });
});
