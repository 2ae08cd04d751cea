import { describe, expect, test } from 'vitest';
import { menuLabels } from '../../core/commands/command.ts';
import { commands } from '../../core/commands/table.ts';
import { matches, pieces } from './palette-matches.ts';

const items = commands.map(({ id, label, menu }) => ({ id, label, place: menuLabels[menu] }));
const found = (query: string, recent: readonly string[] = []): readonly string[] =>
  matches(query, items, recent).map(({ item }) => item.id);

describe('what the palette finds', () => {
  test.each([
    ['bold', 'format.bold'],
    ['undrl', 'format.underline'],
    ['savv', 'file.save-version'],
    ['about', 'help.about'],
    ['BULLETED', 'format.bulleted-list'],
    ['insert quot', 'insert.quotation'],
    ['numlist', 'format.numbered-list'],
  ])('%s means %s', (query, id) => expect(found(query)[0]).toBe(id));

  test('letters that only happen to occur are no match', () => {
    expect(found('zzq')).toEqual([]);
    expect(found('bold').length).toBeLessThan(5);
  });

  test('every command is found by its own label', () => {
    for (const { id, label } of items) expect(found(label).slice(0, 4), label).toContain(id);
  });

  test('without a query: recent ones first, the newest on top, then all others once each', () => {
    const all = found('  ', ['view.side', 'format.bold', 'no.such']);
    expect(all.slice(0, 3)).toEqual(['view.side', 'format.bold', 'file.new']);
    expect(all).toHaveLength(items.length);
    expect(new Set(all).size).toBe(items.length);
  });

  test('of two that fit alike the recently used one comes first', () => {
    const [first, second] = found('zoom');
    expect(found('zoom', [String(second)])[0]).toBe(second);
    expect(first).not.toBe(second);
  });

  test('hostile queries find something or nothing, and never throw', () => {
    for (const query of ['\\', '(((', '\u0000', '😀', 'a'.repeat(5000), ' . * ']) expect(found(query)).toBeDefined();
  });
});

test('hit letters are told apart', () => {
  expect(pieces('Bold', [0, 1])).toEqual([
    { text: 'Bo', at: 0, hit: true },
    { text: 'ld', at: 2, hit: false },
  ]);
  expect(pieces('', [])).toEqual([]);
});
