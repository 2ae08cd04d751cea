import { describe, expect, test } from 'vitest';
import { type Command, menuLabels, menus, submenuLabels } from './command.ts';
import { keptKeys, refusedKey } from './refused-keys.ts';
import { commandOf, commands, findCommand } from './table.ts';

const table: readonly Command[] = commands;
const platforms = ['other', 'mac'] as const;

const parsed = (accelerator: string) => {
  const parts = accelerator.split('+');
  const modifiers = parts.slice(0, -1);
  return { modifiers: [...modifiers].sort().join('+'), key: parts.at(-1) ?? '', held: new Set(modifiers) };
};

describe('the command table', () => {
  test('has every id once, as group.verb', () => {
    const ids = table.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
  });

  test.each(platforms)('gives a key to one command only (%s)', (platform) => {
    const owners = new Map<string, string>();
    for (const command of table) {
      for (const accelerator of command.keys[platform]) {
        const { modifiers, key } = parsed(accelerator);
        const chord = `${modifiers} ${key}`;
        expect(owners.get(chord), `${accelerator} is taken by ${owners.get(chord)} and ${command.id}`).toBeUndefined();
        owners.set(chord, command.id);
      }
    }
    expect(owners.size).toBeGreaterThan(30);
  });

  test.each(['windows', 'linux', 'mac'] as const)('leaves the keys alone that the system keeps (%s)', (platform) => {
    expect(keptKeys[platform].length).toBeGreaterThan(8);
    for (const command of table.filter(({ role }) => role === undefined)) {
      for (const accelerator of command.keys[platform === 'mac' ? 'mac' : 'other']) {
        const refusal = refusedKey(accelerator, platform);
        // A command of the table may move blocks with an arrow key; a person may not take one for something else.
        expect([null, 'moves-caret'], `${command.id} takes ${accelerator}`).toContain(refusal);
      }
    }
  });

  test('uses no Ctrl+Alt on Windows and Linux: AltGr types characters with it', () => {
    for (const command of table) {
      for (const accelerator of command.keys.other) {
        const { held } = parsed(accelerator);
        expect(held.has('Alt') && held.has('Ctrl'), `${command.id} takes ${accelerator}`).toBe(false);
        expect(held.has('Command')).toBe(false);
      }
    }
  });

  test('never takes a bare character key', () => {
    for (const command of table) {
      for (const accelerator of [...command.keys.other, ...command.keys.mac]) {
        const { held, key } = parsed(accelerator);
        const holds = held.has('Ctrl') || held.has('Control') || held.has('Command');
        expect(holds || /^F\d+$|^(Up|Down|Left|Right)$/.test(key), `${command.id} takes ${accelerator}`).toBe(true);
      }
    }
  });

  test('has a menu with a label for every command, and labels in sentence case', () => {
    for (const menu of menus) {
      expect(menuLabels[menu].length).toBeGreaterThan(0);
      expect(table.some((command) => command.menu === menu)).toBe(true);
    }
    for (const command of table) {
      expect(menus).toContain(command.menu);
      expect(command.label).toMatch(/^[A-Z][^.!]*$/);
    }
  });

  test('names no label twice in one menu', () => {
    for (const menu of menus) {
      const labels = table.filter((command) => command.menu === menu).map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test('keeps the sections of a menu in their order', () => {
    for (const menu of menus) {
      const sections = table.filter((command) => command.menu === menu).map(({ section }) => section);
      expect(sections).toEqual([...sections].sort((a, b) => a - b));
    }
  });

  test('keeps the commands of a menu inside of a menu together', () => {
    const inside = table.filter(({ submenu }) => submenu !== undefined);
    const [starts, menus] = [new Set<string>(), new Set<string>()];
    table.forEach(({ menu, submenu }, at) => {
      if (submenu === undefined) return;
      menus.add(submenu);
      const before = table[at - 1];
      if (before?.submenu === submenu && before.menu === menu) return;
      expect(starts).not.toContain(submenu);
      starts.add(submenu);
    });
    expect(inside.length).toBeGreaterThan(menus.size);
    expect([...menus].sort()).toEqual(Object.keys(submenuLabels).sort());
  });

  test('has no menu so long that it leaves a small screen', () => {
    for (const menu of menus) {
      const lines = table.filter((command) => command.menu === menu).map(({ id, submenu }) => submenu ?? id);
      expect(new Set(lines).size).toBeLessThanOrEqual(26);
    }
  });

  test('is found by id, and answers nothing for an id that it does not have', () => {
    expect(commandOf('format.bold').label).toBe('Bold');
    expect(findCommand('edit.redo')?.keys.other).toEqual(['Ctrl+Y', 'Ctrl+Shift+Z']);
    expect(findCommand('constructor')).toBeUndefined();
    expect(findCommand('')).toBeUndefined();
  });
});
