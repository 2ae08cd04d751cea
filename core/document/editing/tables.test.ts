import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { caretOf, editorWith, outlineOf, placeCaret, type } from '../testing/editor.ts';
import { hasHeaderRow, nextCell, previousCell, tableAtCaret, tableEdits } from './tables.ts';

const paragraph = (words = ''): DocumentJson =>
  words ? { type: 'paragraph', content: [{ type: 'text', text: words }] } : { type: 'paragraph' };

const run = (editor: Editor, command: Command): boolean => command(editor.state, editor.view.dispatch);

/** The cells of the first table by rows; a header cell in brackets. */
const cellsOf = (editor: Editor): readonly string[] => {
  const rows: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.type.name !== 'tableRow') return true;
    const cells = node.children.map((cell) =>
      cell.type.name === 'tableHeader' ? `[${cell.textContent}]` : cell.textContent || '_',
    );
    rows.push(cells.join(' '));
    return false;
  });
  return rows;
};

const withTable = (): Editor => {
  const editor = editorWith(paragraph('Text'));
  placeCaret(editor, 'paragraph', 1);
  editor.commands.insertTable({ rows: 2, columns: 2 });
  return editor;
};

describe('a table', () => {
  test('lands after the current block, with a head, and the caret in its first cell', () => {
    const editor = editorWith(paragraph('Text'));
    placeCaret(editor, 'paragraph', 1);
    expect(editor.commands.insertTable()).toBe(true);
    expect(outlineOf(editor)).toBe('paragraph(Text) table(||)');
    expect(cellsOf(editor)).toEqual(['[] [] []', '_ _ _', '_ _ _']);
    expect(caretOf(editor)).toBe('table > tableRow > tableHeader > paragraph 0');
    editor.state.doc.check();
  });

  test('is walked from cell to cell, and gets a new row at its end', () => {
    const editor = withTable();
    for (const letter of 'abcd') {
      type(editor, letter);
      run(editor, nextCell);
    }
    type(editor, 'e');
    expect(cellsOf(editor)).toEqual(['[a] [b]', 'c d', 'e _']);
    run(editor, previousCell);
    expect(editor.state.selection.$head.parent.textContent).toBe('d');
  });

  test('keeps the caret in its first cell, and lets it be elsewhere', () => {
    const editor = withTable();
    expect(run(editor, previousCell)).toBe(true);
    expect(caretOf(editor)).toMatch(/^table/);
    placeCaret(editor, 'paragraph', 1, 0);
    expect(run(editor, nextCell)).toBe(false);
    expect(run(editor, previousCell)).toBe(false);
  });

  test('grows and shrinks around the caret', () => {
    const editor = withTable();
    type(editor, 'a');
    run(editor, tableEdits['column-before']);
    run(editor, tableEdits['row-below']);
    expect(cellsOf(editor)).toEqual(['[] [a] []', '_ _ _', '_ _ _']);
    run(editor, tableEdits['remove-column']);
    expect(cellsOf(editor)).toEqual(['[] []', '_ _', '_ _']);
    run(editor, tableEdits['remove-row']);
    expect(cellsOf(editor)).toHaveLength(2);
  });

  test('has a head or none', () => {
    const editor = withTable();
    const table = () => tableAtCaret(editor.state)?.node;
    expect(table() && hasHeaderRow(table() as never)).toBe(true);
    run(editor, tableEdits['header-row']);
    expect(cellsOf(editor)).toEqual(['_ _', '_ _']);
    run(editor, tableEdits['header-row']);
    expect(cellsOf(editor)).toEqual(['[] []', '_ _']);
  });

  test('is gone with its last row, and leaves room to write', () => {
    const editor = editorWith(paragraph());
    placeCaret(editor, 'paragraph', 0);
    editor.commands.insertTable({ rows: 1, columns: 2 });
    expect(outlineOf(editor)).toBe('table()');
    run(editor, tableEdits['remove-row']);
    expect(outlineOf(editor)).toBe('paragraph()');
    editor.state.doc.check();
  });
});

test.each(Object.entries(tableEdits))('%s does nothing outside of a table', (_, edit: Command) => {
  const editor = editorWith(paragraph('Text'));
  placeCaret(editor, 'paragraph', 1);
  expect(run(editor, edit)).toBe(false);
  expect(outlineOf(editor)).toBe('paragraph(Text)');
});
