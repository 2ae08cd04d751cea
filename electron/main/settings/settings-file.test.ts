import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../core/settings.ts';
import { readSettings, setAsideIfBroken } from './settings-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('settings from a file', () => {
  test('keep what makes sense and replace the rest', () => {
    const stored = { theme: 'dark', postSize: 400, commentLabel: 'What I think:', unknown: 1 };
    expect(readSettings(stored)).toEqual({ ...defaultSettings, theme: 'dark', commentLabel: 'What I think:' });
  });

  test.each([[undefined], [null], ['text'], [[]]])('are the defaults when there are none: %s', (stored) => {
    expect(readSettings(stored)).toEqual(defaultSettings);
  });
});

describe('a settings file', () => {
  test('that is cut off is kept aside, byte for byte', () => {
    const path = join(folder, 'settings.json');
    writeFileSync(path, '{"settings": {"theme": "da');
    const aside = setAsideIfBroken(path, new Date(0));
    expect(readdirSync(folder)).toEqual(['settings.json.broken-1970-01-01T00-00-00.000Z']);
    expect(readFileSync(String(aside), 'utf8')).toBe('{"settings": {"theme": "da');
  });

  test('that is fine or absent stays as it is', () => {
    const path = join(folder, 'settings.json');
    expect(setAsideIfBroken(path, new Date(0))).toBeNull();
    writeFileSync(path, '{}');
    expect(setAsideIfBroken(path, new Date(0))).toBeNull();
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});
