import { expect, test } from 'vitest';
import type { Sha256 } from '../../../core/document/media.ts';
import { newSource } from '../../../core/sources/source.ts';
import { joined, moved, parted, worded } from './worded.ts';

const source = newSource({
  id: 'one',
  url: 'https://a.example/x',
  title: 'Ferries',
  publisher: 'Courier',
  readAt: 1000,
  article: 'a'.repeat(64) as Sha256,
});
const words = { url: source.url, title: 'Ferries', publisher: 'Courier', authors: [], published: '' };

test('what the writer changes is the writer’s own, what is emptied is the page’s again', () => {
  expect(worded(source, words)).toEqual(source);
  const changed = worded(source, { ...words, title: 'Boats', authors: ['Anna Weir'] });
  expect(changed).toMatchObject({ title: 'Boats', typed: ['title', 'authors'], article: source.article });
  expect(worded(changed, { ...words, title: 'Boats' }).typed).toEqual(['title']);
  expect(worded(changed, { ...words, title: '' }).typed).toEqual([]);
});

test('another address is another page, and was typed', () => {
  expect(worded(source, { ...words, url: 'http://127.0.0.1/' })).toMatchObject({
    typed: ['url'],
    article: null,
    readAt: null,
  });
});

test('sources move up and down and not beyond', () => {
  const all = ['a', 'b', 'c'].map((id) => newSource({ id }));
  const order = (id: string, by: -1 | 1): string =>
    moved(all, id, by)
      .map((each) => each.id)
      .join('');
  expect([order('b', -1), order('b', 1), order('a', -1), order('c', 1), order('x', 1)]).toEqual([
    'bac',
    'acb',
    'abc',
    'abc',
    'abc',
  ]);
});

test('a card that another becomes part of keeps its own words and takes what it does not know', () => {
  const kept = newSource({ id: 'kept', title: 'Ferries at night', url: 'https://a.example/x' });
  const [only, ...others] = joined([kept, source], 'one', 'kept');
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    id: 'kept',
    title: 'Ferries at night',
    publisher: 'Courier',
    article: source.article,
    readAt: 1000,
  });
  expect(joined([kept, source], 'none', 'kept')).toEqual([kept, source]);
});

test('two cards that became one are two again, where they stood, and keep what was changed since', () => {
  const kept = newSource({ id: 'kept', title: 'Ferries at night', url: 'https://a.example/x' });
  const before = [source, kept, newSource({ id: 'third' })];
  const merged = joined(before, 'one', 'kept');
  expect(merged).toHaveLength(2);
  expect(parted(merged, before, 'one', 'kept')).toEqual(before);
  const renamed = merged.map((each) => (each.id === 'kept' ? { ...each, title: 'Boats' } : each));
  expect(parted(renamed, before, 'one', 'kept')[1]).toMatchObject({ title: 'Boats', publisher: 'Courier' });
});
