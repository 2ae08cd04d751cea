import { TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { caretOf, editorWith } from '../testing/editor.ts';
import { quoteWords } from './quote-words.ts';

const source = '1d3f0a52-6a0b-4c8e-9b57-0f3c6f2a8d11';
const text = (words: string): DocumentJson => ({ type: 'text', text: words });
const paragraph = (words: string): DocumentJson => ({ type: 'paragraph', content: [text(words)] });

/** A block after words of it became a quotation: every block's type and text, and where the caret is. */
const quoted = (block: DocumentJson, words: string): readonly string[] => {
  const editor = editorWith(block);
  let from = -1;
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) from = pos + at;
  });
  const { tr } = editor.state;
  const attribution = quoteWords(tr, from, from + words.length, source) ?? -1;
  tr.setSelection(TextSelection.create(tr.doc, attribution));
  editor.view.dispatch(tr);
  editor.state.doc.check();
  // Nothing but blanks is lost.
  const letters = (doc: { readonly textContent: string }): string =>
    [...doc.textContent.replaceAll(/\s/g, '')].sort().join('');
  expect(letters(editor.state.doc)).toBe(letters(editorWith(block).state.doc));
  const lines: string[] = [];
  editor.state.doc.child(1).descendants((node) => {
    if (node.type.name === 'quotation') lines.push(`quotation ${node.attrs.source === source}`);
    if (node.isTextblock) lines.push(`${node.type.name}: ${node.textContent}`);
  });
  return [...lines, caretOf(editor)];
};

test('in the middle of a paragraph what is around the words stays in paragraphs', () => {
  expect(
    quoted(paragraph('They said the ferries would leave late, and so it was.'), 'the ferries would leave late'),
  ).toEqual([
    'paragraph: They said',
    'quotation true',
    'paragraph: the ferries would leave late',
    'attribution: ',
    'paragraph: , and so it was.',
    'quotation > attribution 0',
  ]);
});

test('a whole paragraph leaves nothing behind, and a sentence keeps its end', () => {
  expect(quoted(paragraph('The ferries would leave late.'), 'The ferries would leave late')).toEqual([
    'quotation true',
    'paragraph: The ferries would leave late.',
    'attribution: ',
    'quotation > attribution 0',
  ]);
});

test('in an item of a list the quotation stands in the item', () => {
  const item = { type: 'listItem', content: [paragraph('So the ferries leave late')] };
  expect(quoted({ type: 'bulletList', content: [item] }, 'the ferries leave late')).toEqual([
    'paragraph: So',
    'quotation true',
    'paragraph: the ferries leave late',
    'attribution: ',
    'bulletList > listItem > quotation > attribution 0',
  ]);
});

test('where an item begins with the words the quotation follows the list', () => {
  const item = { type: 'listItem', content: [paragraph('The ferries leave late, they say')] };
  expect(quoted({ type: 'bulletList', content: [item] }, 'The ferries leave late')).toEqual([
    'paragraph: , they say',
    'quotation true',
    'paragraph: The ferries leave late',
    'attribution: ',
    'quotation > attribution 0',
  ]);
});

test('no words, or words of two blocks, change nothing', () => {
  const { tr } = editorWith(paragraph('Late')).state;
  expect(quoteWords(tr, 5, 5, source)).toBe(null);
  expect(tr.docChanged).toBe(false);
});
