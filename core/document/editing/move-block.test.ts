import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { arbitraryDocument } from '../testing/arbitrary-document.ts';
import { caretOf, editorWith, placeCaret, select } from '../testing/editor.ts';
import { type Direction, moveBlock, moveBlockTo } from './move-block.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const paragraph = (words = ''): DocumentJson => line('paragraph', words);
const section = (...content: DocumentJson[]): DocumentJson => ({ type: 'section', content });
const post = (...sections: DocumentJson[]): DocumentJson => ({
  type: 'doc',
  content: [line('headline', 'Title'), ...sections],
});
const list = (...items: string[]): DocumentJson => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
});

/** The sections' blocks by their words, a section after a bar; an empty line is `_`. */
const wordsOf = (editor: Editor): string =>
  editor.state.doc.children
    .slice(1)
    .map((each) => each.children.map((block) => block.textContent || '_').join(' '))
    .join(' | ');

const move = (editor: Editor, direction: Direction): boolean =>
  moveBlock(direction)(editor.state, editor.view.dispatch);

const three = post(section(paragraph('A'), paragraph('B'), paragraph('C')));

describe('a block moves by key', () => {
  test('past its neighbour, and the caret stays in its words', () => {
    const editor = editorWith(three);
    placeCaret(editor, 'paragraph', 1, 1);
    expect(move(editor, 'up')).toBe(true);
    expect(wordsOf(editor)).toBe('B A C');
    expect(caretOf(editor)).toBe('paragraph 1');
    move(editor, 'down');
    move(editor, 'down');
    expect(wordsOf(editor)).toBe('A C B');
    expect(editor.state.selection.$head.parent.textContent).toBe('B');
    expect(move(editor, 'down')).toBe(false);
    expect(wordsOf(editor)).toBe('A C B');
  });

  test('over the border of a section and back, leaving an empty line where a section would be empty', () => {
    const editor = editorWith(post(section(paragraph('A')), section(line('sectionHeading', 'H'), paragraph('B'))));
    placeCaret(editor, 'paragraph', 1, 0);
    move(editor, 'down');
    expect(wordsOf(editor)).toBe('_ | H A B');
    move(editor, 'up');
    expect(wordsOf(editor)).toBe('A | H B');
    expect(move(editor, 'up')).toBe(false);
  });

  test('as an item of its list, and at the end of the list with the list', () => {
    const editor = editorWith(post(section(paragraph('A'), list('x', 'y'), paragraph('B'))));
    placeCaret(editor, 'paragraph', 1, 2);
    move(editor, 'up');
    expect(wordsOf(editor)).toBe('A yx B');
    move(editor, 'up');
    expect(wordsOf(editor)).toBe('yx A B');
    expect(editor.state.selection.$head.parent.textContent).toBe('y');
  });

  test('with all the others that the selection touches', () => {
    const editor = editorWith(three);
    const { doc } = editor.state;
    const [first, second] = [doc.content.size - 8, doc.content.size - 5];
    select(editor, TextSelection.create(doc, first, second));
    expect(editor.state.doc.textBetween(first, second, '/')).toMatch(/\//);
    move(editor, 'down');
    expect(wordsOf(editor)).toBe('C A B');
  });

  test('when it is selected as a whole', () => {
    const figure = { type: 'figure', content: [line('caption', 'F'), line('credit')] };
    const editor = editorWith(post(section(paragraph('A'), figure)));
    placeCaret(editor, 'caption', 0);
    select(editor, NodeSelection.create(editor.state.doc, editor.state.selection.$head.before(-1)));
    move(editor, 'up');
    expect(wordsOf(editor)).toBe('F A');
    expect(editor.state.selection).toBeInstanceOf(NodeSelection);
  });

  test.each(['headline', 'sectionHeading'])('unless it is the %s', (name) => {
    const editor = editorWith(post(section(line('sectionHeading', 'H'), paragraph('A'))));
    placeCaret(editor, name, 0);
    expect(move(editor, 'down')).toBe(false);
    expect(move(editor, 'up')).toBe(false);
  });
});

test('a drop takes a block to another section, and no place breaks the post or loses a word', () => {
  const json = post(section(paragraph('A'), list('x')), section(paragraph()));
  const size = editorWith(json).state.doc.content.size;
  for (let target = 0; target <= size; target += 1) {
    const editor = editorWith(json);
    const from = editor.state.doc.child(0).nodeSize + 1;
    moveBlockTo(from, target)(editor.state, editor.view.dispatch);
    editor.state.doc.check();
    expect([...wordsOf(editor).replace(/\W|_/g, '')].sort().join('')).toBe('Ax');
  }
  const editor = editorWith(json);
  moveBlockTo(editor.state.doc.child(0).nodeSize + 1, size - 3)(editor.state, editor.view.dispatch);
  expect(wordsOf(editor)).toBe('x | A');
});

test('moving never breaks a document and never loses a word', () => {
  const sorted = (editor: Editor): string => [...editor.state.doc.textContent].sort().join('');
  const steps = fc.array(fc.tuple(fc.constantFrom<Direction>('up', 'down'), fc.nat(5000), fc.nat(5000)), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(arbitraryDocument, steps, (json, moves) => {
      const editor = editorWith(json);
      const before = sorted(editor);
      for (const [direction, from, to] of moves) {
        const { doc } = editor.state;
        const size = doc.content.size + 1;
        select(editor, TextSelection.between(doc.resolve(from % size), doc.resolve(to % size)));
        move(editor, direction);
        editor.state.doc.check();
        expect(sorted(editor)).toBe(before);
      }
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
