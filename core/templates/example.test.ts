import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument } from '../document/schema.ts';
import { captionsText, mediaOf, sourcesUsedIn, wordCount } from '../document/text.ts';
import { examplePostSchema } from './example.ts';

const folder = new URL('../../assets/example/', import.meta.url);
const example = examplePostSchema.parse(JSON.parse(readFileSync(new URL('post.json', folder), 'utf8')));

const doc = (() => {
  const parsed = parseDocument(example.document);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return parsed.value;
})();

test('the example has the whole shape of a commentary post', () => {
  const names = new Set<string>();
  const kinds: unknown[] = [];
  doc.descendants((node) => {
    names.add(node.type.name);
    for (const mark of node.marks) names.add(mark.type.name);
    if (node.type.name === 'section') kinds.push(node.attrs.kind);
  });
  expect(kinds).toEqual(['summary', 'comment']);
  expect([...names]).toEqual(
    expect.arrayContaining(['headline', 'figure', 'quotation', 'embed', 'citation', 'sectionHeading']),
  );
  expect(wordCount(doc)).toBeGreaterThan(180);
});

test('every picture lies beside the example under its own hash, and every one is used', () => {
  for (const { file, sha256 } of example.pictures) {
    const url = new URL(file, folder);
    expect(createHash('sha256').update(readFileSync(url)).digest('hex')).toBe(sha256);
    expect(statSync(url).size).toBeLessThan(300_000);
  }
  expect([...mediaOf(doc)].sort()).toEqual(example.pictures.map((picture) => picture.sha256).sort());
});

test('every citation and quotation names a source of the example, and every source is used', () => {
  expect([...sourcesUsedIn(doc)].sort()).toEqual(example.sources.map((source) => source.id).sort());
});

test('its sources are on hosts that are reserved for examples', () => {
  for (const source of example.sources) expect(new URL(source.url).hostname).toMatch(/\.example$/);
});

test('every picture and video has a caption and an honest credit', () => {
  doc.descendants((node) => {
    if (node.type.isInGroup('captioning')) expect(node.textContent.trim()).not.toBe('');
  });
  expect(captionsText(doc)).toContain('Illustration made for Rejoinder');
});
