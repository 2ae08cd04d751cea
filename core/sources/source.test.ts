import { describe, expect, test } from 'vitest';
import { newSource, sourceSchema } from './source.ts';

const words = {
  id: '0b1f4c1e-6f0a-4a43-9d0c-1f6a2f0e8b11',
  url: 'https://courier.example/ferries',
  title: 'Ferries to run at night',
  publisher: 'Harbour Courier',
};

test('a source of an older version is read with nothing more known, in one order of its fields', () => {
  expect(JSON.stringify(sourceSchema.parse(words))).toBe(JSON.stringify(newSource(words)));
});

test('the trouble of a newer app counts as none', () => {
  expect(sourceSchema.parse({ ...words, trouble: 'article/not-yet-known' }).trouble).toBeNull();
  expect(sourceSchema.parse({ ...words, trouble: 'network/offline' }).trouble).toBe('network/offline');
});

describe('what no page and no writer can mean is refused', () => {
  test.each([
    { canonicalUrl: 'javascript:alert(1)' },
    { published: 'yesterday' },
    { published: '2026-13-01' },
    { published: '2026-05-14T08:00:00' },
    { language: 'not a language' },
    { authors: [''] },
    { article: 'abc' },
    { picture: { url: 'data:image/png;base64,', credit: '', caption: '', alt: '' } },
    { typed: ['id'] },
  ])('%j', (more) => {
    expect(sourceSchema.safeParse({ ...words, ...more }).success).toBe(false);
  });
});
