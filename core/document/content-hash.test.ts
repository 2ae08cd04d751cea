import { expect, test } from 'vitest';
import { contentHash } from './content-hash.ts';
import type { DocumentJson } from './post.ts';
import { documentOf } from './testing/documents.ts';
import { testSources } from './testing/sources.ts';

const [source] = testSources;
const hashOf = (block: DocumentJson, sources = testSources): string => {
  const { firstChild } = documentOf(block).child(1);
  if (!firstChild) throw new Error('No block');
  return contentHash(firstChild, sources);
};

const cited = (text: string, attrs: DocumentJson['attrs'] = {}): DocumentJson => ({
  type: 'paragraph',
  attrs,
  content: [{ type: 'text', text, marks: [{ type: 'citation', attrs: { source: source?.id } }] }],
});

test('a block that says the same has the same hash, whatever the number of its original', () => {
  expect(hashOf(cited('Words', { original: 7 }))).toBe(hashOf(cited('Words')));
  expect(hashOf(cited('Words', { dir: null }))).toBe(hashOf(cited('Words')));
});

test('another word, mark, attribute or address has another hash', () => {
  const plain: DocumentJson = { type: 'paragraph', content: [{ type: 'text', text: 'Words' }] };
  const hashes = [cited('Words'), cited('words'), cited('Words', { dir: 'rtl' }), plain].map((block) => hashOf(block));
  const moved = testSources.map((each) => (each === source ? { ...each, url: 'https://elsewhere.example/' } : each));
  expect(new Set([...hashes, hashOf(cited('Words'), moved)]).size).toBe(5);
});
