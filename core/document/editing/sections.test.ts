import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { caretOf, editorWith, placeCaret, type } from '../testing/editor.ts';
import { addSection, enterSectionHeading, moveSection, removeSection, sectionAtCaret, sectionsOf } from './sections.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };
const post: DocumentJson = {
  type: 'doc',
  content: [
    line('headline', 'Title'),
    { type: 'section', attrs: { kind: 'summary', label: '' }, content: [line('paragraph', 'Facts')] },
    {
      type: 'section',
      attrs: { kind: 'comment', label: '' },
      content: [line('sectionHeading', 'My Comment:'), line('paragraph', 'Mine')],
    },
  ],
};

const wordsOf = (editor: Editor): string =>
  sectionsOf(editor.state.doc)
    .map(({ node }) => `${node.attrs.kind}(${node.children.map((each) => each.textContent).join('/')})`)
    .join(' ');
const run = (editor: Editor, command: Command): boolean => command(editor.state, editor.view.dispatch);
const at = (editor: Editor, index: number): number => sectionsOf(editor.state.doc)[index]?.at ?? -1;

test('the section at the caret is known by its place; the headline has none', () => {
  const editor = editorWith(post);
  placeCaret(editor, 'headline', 1);
  expect(sectionAtCaret(editor.state)).toBeNull();
  placeCaret(editor, 'paragraph', 1, 1);
  expect(sectionAtCaret(editor.state)).toEqual(sectionsOf(editor.state.doc)[1]);
});

describe('a section', () => {
  test('is added after another one or at the end, and its heading waits for words', () => {
    const editor = editorWith(post);
    run(editor, addSection(at(editor, 0)));
    expect(wordsOf(editor)).toBe('summary(Facts) free(/) comment(My Comment:/Mine)');
    expect(caretOf(editor)).toBe('sectionHeading 0');
    type(editor, 'Aside');
    run(editor, addSection());
    expect(wordsOf(editor)).toBe('summary(Facts) free(Aside/) comment(My Comment:/Mine) free(/)');
    editor.state.doc.check();
  });

  test('gets a heading, and the one it has is gone to', () => {
    const editor = editorWith(post);
    run(editor, enterSectionHeading(at(editor, 0)));
    type(editor, 'What happened');
    run(editor, enterSectionHeading(at(editor, 0)));
    expect(wordsOf(editor)).toBe('summary(What happened/Facts) comment(My Comment:/Mine)');
    expect(caretOf(editor)).toBe('sectionHeading 13');
  });

  test('moves with the caret in it, and not past the headline or the end', () => {
    const editor = editorWith(post);
    placeCaret(editor, 'paragraph', 2, 1);
    expect(run(editor, moveSection(at(editor, 1), 'down'))).toBe(false);
    expect(run(editor, moveSection(at(editor, 1), 'up'))).toBe(true);
    expect(wordsOf(editor)).toBe('comment(My Comment:/Mine) summary(Facts)');
    expect(editor.state.selection.$head.parent.textContent).toBe('Mine');
    expect(run(editor, moveSection(at(editor, 0), 'up'))).toBe(false);
    run(editor, moveSection(at(editor, 0), 'down'));
    expect(wordsOf(editor)).toBe('summary(Facts) comment(My Comment:/Mine)');
  });

  test('is removed with all it holds, but for the last one', () => {
    const editor = editorWith(post);
    expect(run(editor, removeSection(at(editor, 0)))).toBe(true);
    expect(wordsOf(editor)).toBe('comment(My Comment:/Mine)');
    expect(run(editor, removeSection(at(editor, 0)))).toBe(false);
    editor.state.doc.check();
  });
});
