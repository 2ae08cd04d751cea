import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { StoredDocument } from '../post.ts';
import { applyEdits, parseDocument, toStored } from '../schema.ts';
import { schemaVersion } from './migrations.ts';

/** Written by the last program that wrote version 1, and never touched since. */
const old: StoredDocument = JSON.parse(readFileSync(new URL('fixtures/version-1.json', import.meta.url), 'utf8'));

const read = (stored: StoredDocument) => {
  const parsed = parseDocument(stored);
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return parsed.value;
};

test('a document of version 1 is read, and only lines that would turn round are told their direction', () => {
  expect(old.schemaVersion).toBe(1);
  const lines: (readonly [string, unknown])[] = [];
  read(old).descendants((node) => {
    if (node.type.name === 'paragraph' || node.type.name === 'heading') {
      lines.push([node.textContent.slice(0, 9), node.attrs.dir]);
    }
  });
  expect(lines).toEqual([
    ['The port ', null],
    ['נמל חיפה ', 'ltr'],
    ['הנמל נמכר', null],
    ['שלום, sai', 'ltr'],
    ['אבל why n', 'ltr'],
    ['The price', null],
    ['המחיר was', 'ltr'],
    ['One linea', null],
    ['', null],
  ]);
});

test('it keeps every word, and is written under the version of today', () => {
  const words = (json: unknown): readonly string[] =>
    [...JSON.stringify(json).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
  const now = toStored(read(old));
  expect(now.schemaVersion).toBe(schemaVersion);
  expect(schemaVersion).toBeGreaterThan(1);
  expect(words(now)).toEqual(words(old));
  expect(read(now).eq(read(old))).toBe(true);
});

test('edits that were journaled on it still fit', () => {
  const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'Again: ' }] } };
  const edited = applyEdits(read(old), [{ step }]);
  expect(edited.ok && edited.value.firstChild?.textContent).toBe('Again: Haifa’s port, and who runs it');
});
