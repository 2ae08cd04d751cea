import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StoredDocument } from '../post.ts';
import { parseDocument } from '../schema.ts';
import { withQuotation } from './with-quotation.ts';

const source = 'c1a4b9d2-5a64-4f7a-9d53-0c9d6c5a7b11';

const template = (name: string): StoredDocument =>
  JSON.parse(readFileSync(new URL(`../../../assets/templates/${name}/template.json`, import.meta.url), 'utf8'))
    .document;

const quotations = (stored: StoredDocument) => {
  const parsed = parseDocument(stored);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  const found: { readonly section: number; readonly source: unknown; readonly lines: readonly string[] }[] = [];
  parsed.value.forEach((section, _, index) => {
    section.forEach((block) => {
      if (block.type.name !== 'quotation') return;
      found.push({ section: index, source: block.attrs.source, lines: block.children.map((it) => it.textContent) });
    });
  });
  return found;
};

test.each([
  'article-summary-and-comment',
  'blank',
  'quote-and-reply',
  'several-articles-one-comment',
  'video-reaction',
])('words become one quotation tied to their source in the first section of “%s”', (name) => {
  const before = quotations(template(name)).length;
  const after = quotations(withQuotation(template(name), source, 'Nobody asked us.\n \nNobody will.'));
  expect(after.filter(({ lines }) => lines.join('') !== '')).toEqual([
    { section: 1, source, lines: ['Nobody asked us.', 'Nobody will.', ''] },
  ]);
  // An empty one is filled, not left beside it.
  expect(after.length).toBe(Math.max(before, 1));
});

test('no words and no document that can be read change nothing', () => {
  const stored = template('blank');
  expect(withQuotation(stored, source, ' \n ')).toBe(stored);
  const broken = { ...stored, doc: { type: 'page' } };
  expect(withQuotation(broken, source, 'Words.')).toBe(broken);
});
