import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { caretOf, editorWith, outlineOf, placeCaret, press, select, type } from '../testing/editor.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const paragraph = (words = ''): DocumentJson => line('paragraph', words);
const section = (...content: DocumentJson[]): DocumentJson => ({
  type: 'section',
  attrs: { kind: 'comment', label: '' },
  content,
});
const post = (headline: string, ...sections: DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [line('headline', headline), ...sections],
});
const figure = (caption = '', credit = ''): DocumentJson => ({
  type: 'figure',
  content: [line('caption', caption), line('credit', credit)],
});
const quotation = (attribution: string, ...words: string[]): DocumentJson => ({
  type: 'quotation',
  content: [...words.map(paragraph), line('attribution', attribution)],
});

describe('Enter', () => {
  test('in the headline goes on in the first block, past the section heading', () => {
    const editor = editorWith(post('Title', section(line('sectionHeading', 'My Comment:'), paragraph('Text'))));
    placeCaret(editor, 'headline', -1);
    expect(press(editor, 'Enter')).toBe(true);
    expect(caretOf(editor)).toBe('paragraph 0');
    expect(editor.state.doc.childCount).toBe(2);
  });

  test('in running text begins a paragraph, also at its end', () => {
    const editor = editorWith(section(paragraph('One two')));
    placeCaret(editor, 'paragraph', -1);
    press(editor, 'Enter');
    placeCaret(editor, 'paragraph', 4);
    press(editor, 'Enter');
    expect(outlineOf(editor)).toBe('paragraph(One ) paragraph(two) paragraph()');
  });

  test('in a section heading goes on in the first block', () => {
    const editor = editorWith(section(line('sectionHeading', 'My Comment:'), paragraph('Text')));
    placeCaret(editor, 'sectionHeading', 2);
    press(editor, 'Enter');
    expect(caretOf(editor)).toBe('paragraph 0');
    expect(outlineOf(editor)).toBe('sectionHeading(My Comment:) paragraph(Text)');
  });

  test('in a caption goes to the credit, there to a new paragraph after the figure', () => {
    const editor = editorWith(section(figure('Caption', ''), paragraph('Text')));
    placeCaret(editor, 'caption', 3);
    press(editor, 'Enter');
    expect(caretOf(editor)).toBe('figure > credit 0');
    press(editor, 'Enter');
    expect(caretOf(editor)).toBe('paragraph 0');
    expect(outlineOf(editor)).toBe('figure(Caption|) paragraph() paragraph(Text)');
  });

  test('in a credit uses the empty paragraph that already follows', () => {
    const editor = editorWith(section(figure('', 'Reuters'), paragraph()));
    placeCaret(editor, 'credit', -1);
    press(editor, 'Enter');
    expect(outlineOf(editor)).toBe('figure(|Reuters) paragraph()');
    expect(caretOf(editor)).toBe('paragraph 0');
  });

  test('in an attribution goes on after the quotation', () => {
    const editor = editorWith(section(quotation('Her', 'Words')));
    placeCaret(editor, 'attribution', -1);
    press(editor, 'Enter');
    expect(outlineOf(editor)).toBe('quotation(Words|Her) paragraph()');
    expect(caretOf(editor)).toBe('paragraph 0');
  });

  test('twice at the end of quoted words goes to the attribution and leaves no empty line', () => {
    const editor = editorWith(section(quotation('', 'Words')));
    placeCaret(editor, 'paragraph', -1);
    press(editor, 'Enter');
    expect(outlineOf(editor)).toBe('quotation(Words||)');
    press(editor, 'Enter');
    expect(outlineOf(editor)).toBe('quotation(Words|)');
    expect(caretOf(editor)).toBe('quotation > attribution 0');
  });
});

describe('Backspace', () => {
  test('at the start of the text goes to the headline and joins nothing', () => {
    const editor = editorWith(post('Title', section(paragraph('Text'))));
    placeCaret(editor, 'paragraph', 0);
    expect(press(editor, 'Backspace')).toBe(true);
    expect(caretOf(editor)).toBe('headline 5');
    expect(outlineOf(editor)).toBe('paragraph(Text)');
  });

  test('at the start of a later section goes to the end of the one before', () => {
    const editor = editorWith(post('Title', section(paragraph('One')), section(paragraph('Two'))));
    placeCaret(editor, 'paragraph', 0, 1);
    press(editor, 'Backspace');
    expect(caretOf(editor)).toBe('paragraph 3');
    expect(editor.state.doc.childCount).toBe(3);
  });

  test('in an empty first paragraph takes it away, but never the last block of a section', () => {
    const editor = editorWith(section(paragraph(), paragraph('Text')));
    placeCaret(editor, 'paragraph', 0);
    press(editor, 'Backspace');
    expect(outlineOf(editor)).toBe('paragraph(Text)');
    const alone = editorWith(section(paragraph()));
    placeCaret(alone, 'paragraph', 0);
    const before = alone.state.doc;
    press(alone, 'Backspace');
    // The very same document: not taken away and filled in again, which would be journaled.
    expect(alone.state.doc).toBe(before);
  });

  test('in an empty section heading takes it away, in a filled one at its start keeps it', () => {
    const editor = editorWith(section(line('sectionHeading'), paragraph('Text')));
    placeCaret(editor, 'sectionHeading', 0);
    press(editor, 'Backspace');
    expect(outlineOf(editor)).toBe('paragraph(Text)');
    const filled = editorWith(section(line('sectionHeading', 'My Comment:'), paragraph('Text')));
    placeCaret(filled, 'sectionHeading', 0);
    press(filled, 'Backspace');
    expect(outlineOf(filled)).toBe('sectionHeading(My Comment:) paragraph(Text)');
  });

  test('at the start of a caption selects the figure, pressed again removes it', () => {
    const editor = editorWith(section(paragraph('Before'), figure('Caption'), paragraph('After')));
    placeCaret(editor, 'caption', 0);
    press(editor, 'Backspace');
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
    expect(outlineOf(editor)).toContain('figure(Caption|)');
    press(editor, 'Backspace');
    expect(outlineOf(editor)).toBe('paragraph(Before) paragraph(After)');
  });

  test('at the start of a credit goes to the caption', () => {
    const editor = editorWith(section(figure('Caption', 'Credit')));
    placeCaret(editor, 'credit', 0);
    press(editor, 'Backspace');
    expect(caretOf(editor)).toBe('figure > caption 7');
    expect(outlineOf(editor)).toBe('figure(Caption|Credit)');
  });

  test('at the start of a quotation turns every word of it into paragraphs', () => {
    const editor = editorWith(section(paragraph('Before'), quotation('Her', 'One', 'Two')));
    placeCaret(editor, 'paragraph', 0, 1);
    press(editor, 'Backspace');
    expect(outlineOf(editor)).toBe('paragraph(Before) paragraph(One) paragraph(Two) paragraph(Her)');
    expect(caretOf(editor)).toBe('paragraph 0');
  });

  test('at the start of an attribution goes to the quoted words', () => {
    const editor = editorWith(section(quotation('Her', 'Words')));
    placeCaret(editor, 'attribution', 0);
    press(editor, 'Backspace');
    expect(caretOf(editor)).toBe('quotation > paragraph 5');
  });
});

describe('typing at the start of a paragraph', () => {
  test.each([
    ['## ', 'heading(Words)'],
    ['#### ', 'heading(Words)'],
    ['- ', 'bulletList(Words)'],
    ['3. ', 'orderedList(Words)'],
    ['> ', 'quotation(Words|)'],
    ['---', 'divider paragraph(Words)'],
  ])('%s', (typed, outline) => {
    const editor = editorWith(section(paragraph('Words')));
    placeCaret(editor, 'paragraph', 0);
    type(editor, typed);
    expect(outlineOf(editor)).toBe(outline);
    type(editor, 'My ');
    expect(outlineOf(editor)).toBe(outline.replace('Words', 'My Words'));
  });

  test('means nothing special in a caption', () => {
    const editor = editorWith(section(figure()));
    placeCaret(editor, 'caption', 0);
    type(editor, '> --- - ## ');
    expect(outlineOf(editor)).toBe('figure(> --- - ## |)');
  });
});

test('Shift+Enter begins a new line, except in the headline', () => {
  const editor = editorWith(post('Title', section(paragraph('Text'))));
  placeCaret(editor, 'paragraph', 2);
  expect(press(editor, 'Shift-Enter')).toBe(true);
  expect(editor.state.doc.lastChild?.firstChild?.child(1).type.name).toBe('hardBreak');
  placeCaret(editor, 'headline', 2);
  press(editor, 'Shift-Enter');
  expect(editor.state.doc.firstChild?.textContent).toBe('Title');
});

describe('Enter over several blocks', () => {
  const over = (editor: ReturnType<typeof editorWith>, from: number, to: number): string => {
    select(editor, TextSelection.create(editor.state.doc, from, to));
    expect(press(editor, 'Enter')).toBe(true);
    editor.state.doc.check();
    return outlineOf(editor);
  };
  test('takes them away and begins a line where they began', () => {
    const editor = editorWith(section(paragraph('One two'), paragraph('Three'), paragraph('Four five')));
    const [from, to] = [editor.state.doc.child(0).nodeSize + 2 + 3, editor.state.doc.content.size - 2 - 5];
    expect(over(editor, from, to)).toBe('paragraph(One) paragraph( five)');
  });

  test('from the heading of a section into a table leaves the caret in the heading', () => {
    const cell = { type: 'tableHeader', content: [paragraph('Berths')] };
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    const editor = editorWith(section(line('sectionHeading', 'Ports'), table));
    const heading = editor.state.doc.child(0).nodeSize + 2 + 2;
    over(editor, heading, editor.state.doc.content.size - 6);
    expect(caretOf(editor)).toBe('sectionHeading 2');
  });
});
