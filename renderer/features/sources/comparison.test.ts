import { expect, test } from 'vitest';
import type { PageReading } from '../../../core/sources/page-reading.ts';
import { newSource } from '../../../core/sources/source.ts';
import { failed, ok, type TroubleCode } from '../../../core/trouble.ts';
import { standingOf } from './comparison.ts';

const source = newSource({ id: 'c1a4b9d2-5a64-4f7a-9d53-0c9d6c5a7b11', url: 'https://courier.example/a' });

const reading = (trouble: TroubleCode | null): PageReading => ({
  fields: { canonicalUrl: '', title: '', publisher: '', authors: [], published: '', language: '', picture: null },
  article: null,
  readAt: 0,
  trouble,
});

const changes = { headline: null, paragraphs: [[{ kind: 'new', text: 'More.' }]] } as const;

test('a page with other words has changed, one with the same has not', () => {
  expect(standingOf(source, ok({ reading: reading(null), changes }))).toBe('changed');
  expect(standingOf(source, ok({ reading: reading(null), changes: null }))).toBe('same');
});

test('a page that shows its beginning only is closed, unless it was when it was read', () => {
  const compared = ok({ reading: reading('page/closed'), changes });
  expect(standingOf(source, compared)).toBe('closed');
  expect(standingOf({ ...source, trouble: 'page/closed' }, compared)).toBe('changed');
});

test.each([
  ['page/not-found', 'missing'],
  ['page/gone', 'gone'],
  ['page/closed', 'closed'],
  ['page/server-error', 'unknown'],
  ['network/timeout', 'unknown'],
  ['page/unreadable', 'unknown'],
] as const)('%s means %s', (code, standing) => {
  expect(standingOf(source, failed(code))).toBe(standing);
});
