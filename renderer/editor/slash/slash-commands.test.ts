import { expect, test } from 'vitest';
import { slashCommands, slashMatches } from './slash-commands.ts';

const found = (query: string): readonly string[] => slashMatches(query, slashCommands).map(({ id }) => id);

test('everything that edits in the Insert menu is offered, and what says so', () => {
  expect(found('')).toEqual(expect.arrayContaining(['insert.picture', 'insert.divider', 'format.heading-2']));
  expect(found('')).not.toContain('insert.source');
  expect(found('')).not.toContain('format.bold');
  expect(found('').length).toBe(slashCommands.length);
});

test.each([
  ['pic', 'insert.picture'],
  ['image', 'insert.picture'],
  ['h2', 'format.heading-2'],
  ['h3', 'format.heading-3'],
  ['quote', 'insert.quotation'],
  ['hr', 'insert.divider'],
  ['bul', 'format.bulleted-list'],
  ['youtube', 'insert.video'],
  ['NUMB', 'format.numbered-list'],
])('“%s” finds %s first', (query, id) => {
  expect(found(query)[0]).toBe(id);
});

test('what means nothing finds nothing', () => {
  expect(found('2024')).toEqual([]);
  expect(found('zzz')).toEqual([]);
});
