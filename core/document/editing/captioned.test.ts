import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { editorWith, placeCaret, select } from '../testing/editor.ts';
import { captionedAtCaret } from './captioned.ts';
import { sourceAtCaret } from './source-at-caret.ts';

const line = (name: string, ...content: DocumentJson[]): DocumentJson => ({ type: name, content });
const text = (words: string, source?: string): DocumentJson => ({
  type: 'text',
  text: words,
  ...(source ? { marks: [{ type: 'citation', attrs: { source } }] } : {}),
});

const editorWithAll = (): Editor =>
  editorWith({
    type: 'section',
    content: [
      line('paragraph', text('Says '), text('Courier', 'a1'), text(' today.')),
      {
        type: 'figure',
        attrs: { media: 'a'.repeat(64) },
        content: [line('caption', text('Boats')), line('credit', text('Reuters'))],
      },
      {
        type: 'quotation',
        attrs: { source: 'b2' },
        content: [line('paragraph', text('Nothing won.')), line('attribution', text('A spokesman'))],
      },
    ],
  });

const place = (editor: Editor, name: string): number => {
  let found = -1;
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === name && found < 0) found = at;
  });
  return found;
};

test.each(['caption', 'credit'])('a picture is meant with the caret in its %s', (name) => {
  const editor = editorWithAll();
  placeCaret(editor, name, 2);
  expect(captionedAtCaret(editor.state)).toMatchObject({ kind: 'figure', at: place(editor, 'figure') });
});

test('a picture is meant when it is selected, and none from the words around it', () => {
  const editor = editorWithAll();
  select(editor, NodeSelection.create(editor.state.doc, place(editor, 'figure')));
  expect(captionedAtCaret(editor.state)?.at).toBe(place(editor, 'figure'));
  placeCaret(editor, 'paragraph', 1);
  expect(captionedAtCaret(editor.state)).toBeNull();
});

test.each<[string, number, string | null]>([
  ['before a citation', 4, null],
  ['in a citation', 7, 'a1'],
  ['at the end of a citation', 12, 'a1'],
  ['behind a citation', 14, null],
])('the source %s', (_, offset, source) => {
  const editor = editorWithAll();
  placeCaret(editor, 'paragraph', offset);
  expect(sourceAtCaret(editor.state)).toBe(source);
});

test('the source of a quotation is meant in its words, in who said it, and when it is selected', () => {
  const editor = editorWithAll();
  placeCaret(editor, 'attribution', 1);
  expect(sourceAtCaret(editor.state)).toBe('b2');
  select(editor, NodeSelection.create(editor.state.doc, place(editor, 'quotation')));
  expect(sourceAtCaret(editor.state)).toBe('b2');
  placeCaret(editor, 'caption', 1);
  expect(sourceAtCaret(editor.state)).toBeNull();
});
