import { expect, test } from 'vitest';
import type { Sha256 } from '../document/media.ts';
import { filledFrom, type PageReading } from './page-reading.ts';
import { newSource } from './source.ts';

const reading: PageReading = {
  fields: {
    canonicalUrl: 'https://courier.example/ferries',
    title: 'Ferries at night',
    publisher: 'Harbour Courier',
    authors: ['Anna Weir'],
    published: '2026-05-14',
    language: 'en',
    picture: null,
  },
  article: 'a'.repeat(64) as Sha256,
  readAt: 1000,
  trouble: null,
};
const id = '0b1f4c1e-6f0a-4a43-9d0c-1f6a2f0e8b11';

test('a page fills the card', () => {
  const waiting = newSource({
    id,
    url: 'https://courier.example/ferries?x',
    waiting: true,
    trouble: 'network/offline',
  });
  expect(filledFrom(waiting, reading)).toEqual({
    ...waiting,
    ...reading.fields,
    article: reading.article,
    readAt: 1000,
    waiting: false,
    trouble: null,
  });
});

test('what the writer worded stays, and so does what the page does not say any more', () => {
  const source = newSource({ id, title: 'My title', authors: ['Bo Quay'], language: 'de', typed: ['title'] });
  const silent = { ...reading, fields: { ...reading.fields, authors: [], language: '' } };
  expect(filledFrom(source, silent)).toMatchObject({ title: 'My title', authors: ['Bo Quay'], language: 'de' });
});

test('a page without an article leaves the saved one', () => {
  const read = newSource({ id, article: reading.article, readAt: 1000 });
  const without = { ...reading, article: null, readAt: 2000, trouble: 'page/unreadable' } as const;
  expect(filledFrom(read, without)).toMatchObject({
    article: reading.article,
    readAt: 1000,
    trouble: 'page/unreadable',
  });
});
