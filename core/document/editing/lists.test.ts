import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { editorWith, press, select } from '../testing/editor.ts';

const paragraph = (words: string): DocumentJson => ({
  type: 'paragraph',
  ...(words ? { content: [{ type: 'text', text: words }] } : {}),
});
const list = (...items: readonly (readonly DocumentJson[])[]): DocumentJson => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content: [...content] })),
});
const times = (count: number, words: string): readonly DocumentJson[] =>
  Array.from({ length: count }, () => paragraph(words));

/** The caret in the empty last line of the last item of a list in an item that goes on after it. */
const inNestedItem = (items: number, lines: number, after: number): ReturnType<typeof editorWith> => {
  const before = Array.from({ length: items - 1 }, () => [paragraph('item')]);
  const nested = list(...before, [...times(lines, 'line'), paragraph('')]);
  const editor = editorWith(list([paragraph('outer'), nested, ...times(after, 'after')]));
  editor.state.doc.descendants((node, at) => {
    if (node.type.name === 'paragraph' && node.content.size === 0)
      select(editor, TextSelection.create(editor.state.doc, at + 1));
  });
  return editor;
};

describe('Enter in the empty last line of a nested item', () => {
  test.each([1, 2, 3, 4])('keeps what follows, among %i items', (items) => {
    for (const lines of [1, 2, 3]) {
      for (const after of [1, 2]) {
        const editor = inNestedItem(items, lines, after);
        const { textContent } = editor.state.doc;
        press(editor, 'Enter');
        editor.state.doc.check();
        expect(editor.state.doc.textContent, `${lines} lines, ${after} after`).toBe(textContent);
      }
    }
  });

  test('goes on between the nested list and what follows', () => {
    const editor = inNestedItem(1, 1, 1);
    press(editor, 'Enter');
    expect(String(editor.state.doc.child(1).child(0))).toBe(
      'bulletList(listItem(paragraph("outer"), bulletList(listItem(paragraph("line"))), paragraph, paragraph("after")))',
    );
  });
});
