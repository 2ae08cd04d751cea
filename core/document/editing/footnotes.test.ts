import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { jsonOf } from '../schema.ts';
import { caretOf, editorWith, outlineOf, placeCaret, press, select } from '../testing/editor.ts';
import { inverseOf } from './footnotes.ts';

const text = (words: string, ...marks: readonly string[]): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const note = (words: string): DocumentJson => ({ type: 'footnote', ...(words ? { content: [text(words)] } : {}) });
const paragraph = (...content: readonly DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
const annotated = paragraph(text('Nine ships'), note('Counted twice.'), text(' waited.'));

const lineOf = (editor: ReturnType<typeof editorWith>): readonly DocumentJson[] =>
  jsonOf(editor.state.doc.child(1).child(0)).content ?? [];

describe('a new footnote', () => {
  test('stands after the selected words and is selected', () => {
    const editor = editorWith(paragraph(text('Nine ships waited.')));
    select(editor, TextSelection.create(editor.state.doc, 9, 14));
    expect(editor.commands.insertFootnote()).toBe(true);
    expect(lineOf(editor)).toEqual([text('Nine ships'), note(''), text(' waited.')]);
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  });

  test.each(['headline', 'caption', 'attribution'])('cannot stand in a %s', (name) => {
    const editor = editorWith({
      type: 'doc',
      content: [
        { type: 'headline', content: [text('Title')] },
        {
          type: 'section',
          attrs: { kind: 'free', label: '' },
          content: [
            { type: 'figure', content: [{ type: 'caption', content: [text('Words')] }, { type: 'credit' }] },
            { type: 'quotation', content: [paragraph(text('Words')), { type: 'attribution', content: [text('Her')] }] },
          ],
        },
      ],
    });
    placeCaret(editor, name, 1);
    expect(editor.can().insertFootnote()).toBe(false);
  });
});

describe('Backspace and Delete', () => {
  test.each([
    ['Backspace', 10 + 16],
    ['Delete', 10],
  ])('beside a note that says something: %s selects it', (key, offset) => {
    const editor = editorWith(annotated);
    placeCaret(editor, 'paragraph', offset);
    expect(press(editor, key)).toBe(true);
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
    expect(lineOf(editor)).toEqual(annotated.content);
  });

  test('leave an empty note to the keys’ own way', () => {
    const editor = editorWith(paragraph(text('Nine'), note(''), text(' ships')));
    placeCaret(editor, 'paragraph', 6);
    expect(press(editor, 'Backspace')).toBe(false);
  });
});

test('Enter in a note goes on after it', () => {
  const editor = editorWith(annotated);
  placeCaret(editor, 'footnote', 3);
  expect(press(editor, 'Enter')).toBe(true);
  expect(caretOf(editor)).toBe('paragraph 26');
});

describe('formats end at a note', () => {
  test('that stands in the formatted words', () => {
    const editor = editorWith(annotated);
    select(editor, TextSelection.create(editor.state.doc, 4, editor.state.doc.content.size - 2));
    editor.commands.setMark('bold');
    expect(lineOf(editor)).toEqual([text('Nine ships', 'bold'), note('Counted twice.'), text(' waited.', 'bold')]);
    editor.commands.setLink({ href: 'https://a.example/' });
    expect(lineOf(editor)[1]).toEqual(note('Counted twice.'));
    editor.commands.unsetLink();
    editor.commands.unsetMark('bold');
    expect(lineOf(editor)).toEqual(annotated.content);
  });

  test('and stay in a note that is formatted itself', () => {
    const editor = editorWith(annotated);
    const [from, to] = [4 + 10 + 1, 4 + 10 + 1 + 7];
    editor.view.dispatch(editor.state.tr.addMark(from, to, editor.schema.mark('italic')));
    expect(lineOf(editor)[1]).toEqual({ type: 'footnote', content: [text('Counted', 'italic'), text(' twice.')] });
  });
});

test('a paragraph that becomes code keeps what its notes say', () => {
  const editor = editorWith(annotated);
  placeCaret(editor, 'paragraph', 2);
  editor.commands.toggleCodeBlock();
  expect(outlineOf(editor)).toBe('codeBlock(Nine ships [Counted twice.] waited.)');
});

describe.each(['codeBlock', 'rawHtml'])('a line that is joined to a %s before it', (code) => {
  const content = [{ type: code, content: [text('x = 1')] }, annotated];
  const post = {
    type: 'doc',
    content: [{ type: 'headline' }, { type: 'section', attrs: { kind: 'free', label: '' }, content }],
  };

  test.each([
    ['Backspace', 'paragraph'],
    ['Delete', code],
  ])('by %s keeps what its notes say', (key, at) => {
    const editor = editorWith(post);
    placeCaret(editor, at, at === code ? 'x = 1'.length : 0);
    press(editor, key);
    expect(outlineOf(editor)).toBe(`${code}(x = 1Nine ships [Counted twice.] waited.)`);
  });
});

test('a format that went over a note is taken back exactly', () => {
  const { doc, tr, schema } = editorWith(
    paragraph(text('Nine '), { type: 'footnote', content: [text('Once', 'bold'), text(' more')] }, text(' ships')),
  ).state;
  tr.addMark(4, doc.content.size - 2, schema.mark('bold'));
  const inverses = tr.steps.map((step, index) => inverseOf(step, tr.docs[index] ?? doc));
  for (const inverse of inverses.toReversed()) tr.step(inverse);
  expect(jsonOf(tr.doc)).toEqual(jsonOf(doc));
});

test('a line that becomes code keeps what each of its notes says, also with the caret in one of them', () => {
  const editor = editorWith(paragraph(text('Nine'), note('Counted.'), text(' ships'), note('Of steel.')));
  placeCaret(editor, 'footnote', 2, 1);
  editor.commands.toggleCodeBlock();
  expect(lineOf(editor)).toEqual([text('Nine [Counted.] ships [Of steel.]')]);
});

test('a selection that reaches into a note takes all of it', () => {
  const editor = editorWith(annotated);
  const note = 4 + 10;
  select(editor, TextSelection.create(editor.state.doc, note + 4, 6));
  expect([editor.state.selection.anchor, editor.state.selection.head]).toEqual([note + 16, 6]);
  select(editor, TextSelection.create(editor.state.doc, note + 2, note + 5));
  expect([editor.state.selection.anchor, editor.state.selection.head]).toEqual([note + 2, note + 5]);
});
