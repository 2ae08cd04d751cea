import { expect, test } from 'vitest';
import { keymapOf } from '../../core/commands/keymap.ts';
import { allKeysOf, keysOf, shownKeys } from './shortcut.ts';

test('keys are written as people of each system write them', () => {
  expect(shownKeys('Ctrl+Shift+P', false)).toBe('Ctrl+Shift+P');
  expect(shownKeys('Ctrl+Shift+Return', false)).toBe('Ctrl+Shift+Enter');
  expect(shownKeys('Shift+Command+Return', true)).toBe('⇧⌘↩');
  expect(shownKeys('Command+Shift+Z', true)).toBe('⇧⌘Z');
  expect(shownKeys('Ctrl+Plus', false)).toBe('Ctrl++');
});

test('a command shows its first key, and the sheet shows all of them', () => {
  const keymap = keymapOf({}, 'linux');
  expect(keysOf('post.publish', keymap, false)).toBe('Ctrl+Shift+P');
  expect(keysOf('file.new-blank', keymap, false)).toBe('');
  expect(allKeysOf('edit.redo', keymap, false)).toEqual(['Ctrl+Y', 'Ctrl+Shift+Z']);
});

test('a remapped command shows the writer’s own key', () => {
  expect(keysOf('post.publish', keymapOf({ 'post.publish': ['F7'] }, 'linux'), false)).toBe('F7');
  expect(keysOf('post.publish', keymapOf({ 'post.publish': [] }, 'mac'), true)).toBe('');
});
