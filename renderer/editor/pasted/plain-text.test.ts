import { expect, test } from 'vitest';
import { schema } from '../../../core/document/schema.ts';
import { sliceOfText } from './plain-text.ts';

const outline = (text: string): string =>
  sliceOfText(text, schema, [])
    .content.content.map((block) => block.textBetween(0, block.content.size, '', '/'))
    .join(' | ');

test.each([
  ['one line', 'one line'],
  ['one line\n', 'one line'],
  ['\r\none\r\ntwo\r\n', 'one | two'],
  ['one\ntwo\n\nthree', 'one/two | three'],
  ['one\n\n\n \t\ntwo', 'one | two'],
  ['  indented\n\nnot', '  indented | not'],
  ['one\u2028two', 'one | two'],
  ['', ''],
])('%j is %s', (text, expected) => {
  expect(outline(text)).toBe(expected);
});

test('a line goes on where it is pasted, with the marks that are there', () => {
  const bold = schema.mark('bold');
  const slice = sliceOfText('one', schema, [bold]);
  expect([slice.openStart, slice.openEnd]).toEqual([1, 1]);
  expect(slice.content.firstChild?.firstChild?.marks).toEqual([bold]);
});
