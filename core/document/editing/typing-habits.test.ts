import { describe, expect, test } from 'vitest';
import { editorWith, outlineOf, placeCaret, type } from '../testing/editor.ts';

const typed = (text: string, before = '') => {
  const editor = editorWith({ type: 'paragraph', content: before === '' ? [] : [{ type: 'text', text: before }] });
  placeCaret(editor, 'paragraph', -1);
  type(editor, text);
  editor.state.doc.check();
  return editor;
};

describe('at the start of a paragraph', () => {
  test.each([
    ['## Harbour', 'heading(Harbour)'],
    ['### Harbour', 'heading(Harbour)'],
    ['#### Harbour', 'heading(Harbour)'],
    ['> Harbour', 'quotation(Harbour|)'],
    ['- Harbour', 'bulletList(Harbour)'],
    ['* Harbour', 'bulletList(Harbour)'],
    ['+ Harbour', 'bulletList(Harbour)'],
    ['1. Harbour', 'orderedList(Harbour)'],
    ['---', 'divider paragraph()'],
  ])('%s', (text, outline) => {
    expect(outlineOf(typed(text))).toBe(outline);
  });

  test('the number of signs is the level, and a list begins at its number', () => {
    expect([2, 3, 4].map((level) => typed(`${'#'.repeat(level)} x`).isActive('heading', { level }))).toEqual([
      true,
      true,
      true,
    ]);
    expect(typed('7. x').isActive('orderedList', { start: 7 })).toBe(true);
  });

  test('but not within one', () => {
    for (const sign of ['##', '>', '-', '1.']) {
      expect(outlineOf(typed(`${sign} x`, 'The '))).toBe(`paragraph(The ${sign} x)`);
    }
  });
});

describe('around words', () => {
  test.each([
    ['**x**', 'bold'],
    ['__x__', 'bold'],
    ['*x*', 'italic'],
    ['_x_', 'italic'],
    ['~~x~~', 'strike'],
  ])('%s', (text, mark) => {
    for (const before of ['', 'The ', 'The (', 'The “']) {
      const { state } = typed(`${text} y`, before);
      const line = state.doc.child(1).child(0);
      expect(line.textContent).toBe(`${before}x y`);
      const marked = line.children.filter((node) => node.marks.some(({ type }) => type.name === mark));
      expect(marked.map((node) => node.text)).toEqual(['x']);
    }
  });

  test('within words the signs stay', () => {
    expect(typed('snake_case_name 2*3*4').state.doc.textContent).toBe('snake_case_name 2*3*4');
  });
});
