import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/commands/command.ts';
import { commandOf, commands } from '../../core/commands/table.ts';
import { chordOf, type KeyPress, pressedCommand, shownAccelerator, shownShortcut } from './command-keys.ts';

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
        expect(pressedCommand({ ...chord, key, code }, 'linux')?.id, accelerator).toBe(command.id);
      }
    }
  });

  test('numbered list on a German keyboard, where Shift+7 types a slash', () => {
    expect(pressedCommand(press('/', 'Digit7', ctrlShift), 'windows')?.id).toBe('format.numbered-list');
  });

  test('undo follows the letter and not the place on a German keyboard', () => {
    expect(pressedCommand(press('z', 'KeyY', ctrl), 'windows')?.id).toBe('edit.undo');
    expect(pressedCommand(press('y', 'KeyZ', ctrl), 'windows')?.id).toBe('edit.redo');
  });

  test('letters are found by their place on a Russian keyboard', () => {
    expect(pressedCommand(press('и', 'KeyB', ctrl), 'linux')?.id).toBe('format.bold');
    expect(pressedCommand(press('Я', 'KeyZ', ctrlShift), 'linux')?.id).toBe('edit.redo');
  });

  test('zooming out on a German keyboard is not the shortcuts sheet', () => {
    expect(pressedCommand(press('-', 'Slash', ctrl), 'windows')?.id).toBe('view.zoom-out');
  });

  test('what AltGr types is left alone', () => {
    expect(pressedCommand(press('\\', 'Minus', { ctrl: true, alt: true }), 'windows')).toBeUndefined();
    expect(pressedCommand(press('q', 'KeyQ', { alt: true }), 'windows')).toBeUndefined();
  });

  test('a mac has its own keys', () => {
    expect(pressedCommand(press('m', 'KeyM', ctrlShift), 'mac')?.id).toBe('view.tab-leaves-editor');
    expect(pressedCommand(press('Enter', 'Enter', { meta: true, shift: true }), 'mac')?.id).toBe('post.preview');
    expect(pressedCommand(press('b', 'KeyB', ctrl), 'mac')).toBeUndefined();
  });

  test('typing is nobody’s command', () => {
    expect(pressedCommand(press('b', 'KeyB'), 'linux')).toBeUndefined();
    expect(pressedCommand(press('B', 'KeyB', { shift: true }), 'linux')).toBeUndefined();
  });
});

describe('how shortcuts are shown', () => {
  test('as words on Windows and Linux, as signs in the usual order on a mac', () => {
    expect(shownShortcut(commandOf('post.publish'), 'linux')).toBe('Ctrl+Shift+P');
    expect(shownShortcut(commandOf('post.publish'), 'mac')).toBe('⇧⌘P');
    expect(shownShortcut(commandOf('post.preview'), 'mac')).toBe('⇧⌘↩');
    expect(shownAccelerator('Ctrl+Plus', 'linux')).toBe('Ctrl++');
    expect(shownShortcut(commandOf('insert.video'), 'linux')).toBeNull();
  });
});
