import { describe, expect, test } from 'vitest';
import type { Command } from './command.ts';
import { acceleratorOf, chordOf, type KeyPress, pressedCommand } from './key-press.ts';
import { keymapOf } from './keymap.ts';
import { commands } from './table.ts';

const other = keymapOf({}, 'linux');
const mac = keymapOf({}, 'mac');

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrl: false,
  shift: false,
  alt: false,
  meta: false,
  ...held,
});

const ctrl = { ctrl: true } as const;
const ctrlShift = { ctrl: true, shift: true } as const;

describe('which command a key press asks for', () => {
  test('an American keyboard reaches every shortcut of the table', () => {
    const shifted: Record<string, string> = { '7': '&', '8': '*', '+': '+' };
    for (const command of commands as readonly Command[]) {
      for (const accelerator of command.keys.other) {
        const chord = chordOf(accelerator);
        const code = /^[A-Z]$/.test(chord.key) ? `Key${chord.key}` : /^\d$/.test(chord.key) ? `Digit${chord.key}` : '';
        const key = chord.shift ? (shifted[chord.key] ?? chord.key) : chord.key;
        expect(pressedCommand({ ...chord, key, code }, other)?.id, accelerator).toBe(command.id);
      }
    }
  });

  test('numbered list on a German keyboard, where Shift+7 types a slash', () => {
    expect(pressedCommand(press('/', 'Digit7', ctrlShift), other)?.id).toBe('format.numbered-list');
  });

  test('undo follows the letter and not the place on a German keyboard', () => {
    expect(pressedCommand(press('z', 'KeyY', ctrl), other)?.id).toBe('edit.undo');
    expect(pressedCommand(press('y', 'KeyZ', ctrl), other)?.id).toBe('edit.redo');
  });

  test('letters are found by their place on a Russian keyboard', () => {
    expect(pressedCommand(press('и', 'KeyB', ctrl), other)?.id).toBe('format.bold');
    expect(pressedCommand(press('Я', 'KeyZ', ctrlShift), other)?.id).toBe('edit.redo');
  });

  test('zooming out on a German keyboard is not the shortcuts sheet', () => {
    expect(pressedCommand(press('-', 'Slash', ctrl), other)?.id).toBe('view.zoom-out');
  });

  test('what AltGr types is left alone', () => {
    expect(pressedCommand(press('\\', 'Minus', { ctrl: true, alt: true }), other)).toBeUndefined();
    expect(pressedCommand(press('q', 'KeyQ', { alt: true }), other)).toBeUndefined();
  });

  test('a mac has its own keys', () => {
    expect(pressedCommand(press('m', 'KeyM', ctrlShift), mac)?.id).toBe('view.tab-leaves-editor');
    expect(pressedCommand(press('Enter', 'Enter', { meta: true, shift: true }), mac)?.id).toBe('post.preview');
    expect(pressedCommand(press('b', 'KeyB', ctrl), mac)).toBeUndefined();
  });

  test('typing is nobody’s command', () => {
    expect(pressedCommand(press('b', 'KeyB'), other)).toBeUndefined();
    expect(pressedCommand(press('B', 'KeyB', { shift: true }), other)).toBeUndefined();
  });
});

describe('keys that a person records', () => {
  test.each<[string, KeyPress, string | null]>([
    ['a letter', press('B', 'KeyB', ctrlShift), 'Ctrl+Shift+B'],
    ['a letter where another stands', press('z', 'KeyY', ctrl), 'Ctrl+Z'],
    ['a letter of a Russian keyboard', press('и', 'KeyB', ctrl), 'Ctrl+B'],
    ['a digit under Shift', press('*', 'Digit8', ctrlShift), 'Ctrl+Shift+8'],
    ['a function key', press('F7', 'F7', { shift: true }), 'Shift+F7'],
    ['Enter', press('Enter', 'Enter', ctrlShift), 'Ctrl+Shift+Return'],
    ['punctuation', press(';', 'Semicolon', ctrl), 'Ctrl+;'],
    ['punctuation under Shift', press('?', 'Slash', ctrlShift), 'Ctrl+Shift+/'],
    ['a plus', press('+', 'BracketRight', ctrl), 'Ctrl+Plus'],
    ['an umlaut', press('Ü', 'BracketLeft', ctrlShift), 'Ctrl+Shift+['],
    ['only modifiers', press('Shift', 'ShiftLeft', ctrlShift), null],
    ['a dead key', press('Dead', 'Equal', ctrl), null],
  ])('%s', (_, pressed, accelerator) => {
    expect(acceleratorOf(pressed, false)).toBe(accelerator);
    if (accelerator === null) return;
    const keymap = keymapOf({ 'format.strike': [accelerator] }, 'linux');
    if (keymap.get('format.strike')?.[0] !== accelerator) return;
    expect(pressedCommand(pressed, keymap)?.id, 'the same press runs it').toBe('format.strike');
  });

  test('are named as a mac names them', () => {
    expect(acceleratorOf(press('k', 'KeyK', { meta: true, alt: true, ctrl: true }), true)).toBe(
      'Control+Alt+Command+K',
    );
  });
});
