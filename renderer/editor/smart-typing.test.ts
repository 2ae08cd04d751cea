import { Extension } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { editorWith, outlineOf, placeCaret, press, type } from '../../core/document/testing/editor.ts';
import { smartTyping } from './smart-typing.ts';
import { redo, undo, undoHistory } from './undo/undo-history.ts';

const history = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [undoHistory({ complete: true })],
});

const writing = (words = '', { enabled = true, language = 'en' } = {}) => {
  const content = words === '' ? [] : [{ type: 'text', text: words }];
  const editor = editorWith({ type: 'paragraph', content }, [
    history,
    smartTyping({ enabled: () => enabled, language: () => language }),
  ]);
  placeCaret(editor, 'paragraph', -1);
  return editor;
};

describe('signs of the keyboard', () => {
  test('become those of print as they are typed', () => {
    const editor = writing();
    type(editor, `"It's here -- now..."`);
    expect(editor.state.doc.textContent).toBe('“It’s here – now…”');
  });

  test('follow the language of the post', () => {
    const editor = writing('', { language: 'fr' });
    type(editor, `"l'eau"`);
    expect(editor.state.doc.textContent).toBe('«\u202fl’eau\u202f»');
  });

  test('stay while it is switched off', () => {
    const editor = writing('', { enabled: false });
    type(editor, `"It's -- ..."`);
    expect(editor.state.doc.textContent).toBe(`"It's -- ..."`);
  });

  test('replace a selection like any letter, and keep its formatting', () => {
    const editor = writing('boat');
    editor.commands.selectAll();
    placeCaret(editor, 'paragraph', 2);
    editor.commands.setTextSelection({ from: 4, to: 6 });
    editor.commands.toggleBold();
    type(editor, "'");
    expect(outlineOf(editor)).toMatch(/[‘’]/);
    expect(editor.state.doc.textContent).toHaveLength(3);
    editor.state.doc.check();
  });

  test('begin anew after a line break', () => {
    const editor = writing('one');
    press(editor, 'Shift-Enter');
    type(editor, '"two"');
    expect(editor.state.doc.textContent).toBe('one“two”');
  });

  test('still make a divider of three hyphens', () => {
    const editor = writing();
    type(editor, '---');
    expect(outlineOf(editor)).toBe('divider paragraph()');
  });
});

describe('right after a sign was made', () => {
  test.each(['"', "'"])('undo and Backspace give back %s', (sign) => {
    const undone = writing('so ');
    type(undone, sign);
    expect(undone.state.doc.textContent).not.toContain(sign);
    undo(undone.state, undone.view.dispatch);
    expect(undone.state.doc.textContent).toBe(`so ${sign}`);
    redo(undone.state, undone.view.dispatch);
    expect(undone.state.doc.textContent).not.toContain(sign);

    const back = writing('so ');
    type(back, sign);
    expect(press(back, 'Backspace')).toBe(true);
    expect(back.state.doc.textContent).toBe(`so ${sign}`);
    expect(press(back, 'Backspace'), 'and then it takes the sign itself').toBe(false);
  });

  test('Backspace gives back everything that was typed for it', () => {
    const editor = writing('so');
    type(editor, '...');
    expect(editor.state.doc.textContent).toBe('so…');
    press(editor, 'Backspace');
    expect(editor.state.doc.textContent).toBe('so...');
  });

  test('another letter or another place ends that', () => {
    const editor = writing('so ');
    type(editor, '"a');
    expect(press(editor, 'Backspace')).toBe(false);
    const moved = writing('so ');
    type(moved, '"');
    placeCaret(moved, 'paragraph', 1);
    expect(press(moved, 'Backspace')).toBe(false);
  });
});
