import { expect, test } from 'vitest';
import { allKeysOf, keysOf, shownKeys } from './shortcut.ts';

test('keys are written as people of each system write them', () => {
  expect(shownKeys('Ctrl+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(shownKeys('Shift+Command+Return', true)).toBe('⇧⌘↩');
  expect(shownKeys('Ctrl+Plus', false)).toBe('Ctrl++');
});

test('a command shows its first key, and the sheet shows all of them', () => {
  expect(keysOf('post.publish', false)).toBe('Ctrl+Shift+P');
  expect(keysOf('file.new-blank', false)).toBe('');
  expect(allKeysOf('edit.redo', false)).toEqual(['Ctrl+Y', 'Ctrl+Shift+Z']);
});
