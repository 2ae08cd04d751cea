import { describe, expect, test } from 'vitest';
import { isLanguageTag } from './language-tag.ts';
import type { DocumentJson } from './post.ts';
import { editorWith, placeCaret, type } from './testing/editor.ts';

const line = (name: string, words = ''): DocumentJson =>
  words ? { type: name, content: [{ type: 'text', text: words }] } : { type: name };

/** The runs of the first text block of this type: the words, and the marks that they carry. */
const runsAfter = (typed: string, into = 'paragraph'): readonly string[] => {
  const around: Readonly<Record<string, DocumentJson>> = {
    caption: { type: 'figure', content: [line('caption'), line('credit')] },
    sectionHeading: {
      type: 'section',
      attrs: { kind: 'free', label: '' },
      content: [line('sectionHeading'), line('paragraph')],
    },
  };
  const editor = editorWith(around[into] ?? line(into));
  placeCaret(editor, into, -1);
  type(editor, typed);
  const runs: string[] = [];
  editor.state.doc.descendants((node) => {
    if (node.isText) runs.push([node.text, ...node.marks.map((mark) => mark.type.name)].join('|'));
  });
  return runs;
};

describe('typing', () => {
  test.each<readonly [string, readonly string[]]>([
    ['a `berth` b', ['a ', 'berth|code', ' b']],
    ['`berth`', ['berth|code']],
    ['(`berth`', ['(', 'berth|code']],
    ['``', ['``']],
    ['a ==berth== b', ['a ', 'berth|highlight', ' b']],
    ['==two berths==', ['two berths|highlight']],
    ['a == b == c', ['a == b == c']],
    ['if a ==b', ['if a ==b']],
    ['====', ['====']],
    ['`a *', ['`a *']],
  ])('%s', (typed, runs) => {
    expect(runsAfter(typed)).toEqual(runs);
  });

  test('means nothing where the mark cannot be', () => {
    expect(runsAfter('==a==', 'caption')).toEqual(['==a==']);
    expect(runsAfter('`a`', 'caption')).toEqual(['a|code']);
    expect(runsAfter('**a** `b`', 'sectionHeading')).toEqual(['**a** `b`']);
  });
});

test('raised text is not lowered too', () => {
  const editor = editorWith(line('paragraph', 'CO2'));
  editor.chain().setTextSelection({ from: 6, to: 7 }).toggleMark('superscript').toggleMark('subscript').run();
  expect(editor.isActive('subscript')).toBe(true);
  expect(editor.isActive('superscript')).toBe(false);
});

test.each([
  ['fr', true],
  ['zh-Hant-HK', true],
  ['es-419', true],
  ['sl-rozaj-biske', true],
  ['', false],
  ['français', false],
  ['en_GB', false],
  ['"><script>', false],
  [`en-x-${'a'.repeat(8)}-${'b'.repeat(8)}-${'c'.repeat(8)}-${'d'.repeat(8)}`, false],
])('%s as a language tag: %s', (tag, expected) => {
  expect(isLanguageTag(tag)).toBe(expected);
});
