import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentJson } from '../../document/post.ts';
import { schema } from '../../document/schema.ts';
import { arbitraryDocument } from '../../document/testing/arbitrary-document.ts';
import { documentOf } from '../../document/testing/documents.ts';
import { checkedTexts } from './checked-text.ts';
import { indexSource } from './copied-runs.ts';
import { type CheckedSource, copyCheck } from './copy-check.ts';

const article = 'The harbour office said that all ferries would leave one hour later because of the fog in the bay.';
const copied = 'all ferries would leave one hour later';

const sourceOf = (id: string, text: string): CheckedSource => ({
  id,
  index: indexSource({ text, title: '', language: 'en' }),
});
const sources = [sourceOf('harbour', article)];

const text = (words: string): DocumentJson => ({ type: 'text', text: words });
const paragraph = (...content: readonly DocumentJson[]): DocumentJson => ({ type: 'paragraph', content });
const section = (kind: string, ...content: readonly DocumentJson[]): DocumentJson => ({
  type: 'section',
  attrs: { kind, label: '' },
  content,
});

const copiedIn = (part: DocumentJson, from = sources): readonly string[] => {
  const doc = documentOf(part);
  return copyCheck(checkedTexts(doc), from).map((run) => doc.textBetween(run.from, run.to, '\n', '|'));
};

test('a copied run is found in paragraphs, headings, lists and tables of the summary, across marks and notes', () => {
  const bold: DocumentJson = { type: 'text', text: 'all ferries', marks: [{ type: 'bold' }] };
  expect(copiedIn(paragraph(text('They say '), bold, text(' would leave one hour later.')))).toEqual([copied]);
  expect(copiedIn({ type: 'heading', attrs: { level: 3 }, content: [text(copied)] })).toEqual([copied]);
  const item = { type: 'listItem', content: [paragraph(text(`So ${copied}`))] };
  expect(copiedIn({ type: 'bulletList', content: [item] })).toEqual([copied]);
});

test('the comment is the writer’s own affair', () => {
  expect(copiedIn(section('comment', paragraph(text(copied))))).toEqual([]);
});

test('a quotation is no copying, nor are words between quotation marks', () => {
  const quotation: DocumentJson = {
    type: 'quotation',
    content: [paragraph(text(article)), { type: 'attribution', content: [text(article)] }],
  };
  expect(copiedIn(quotation)).toEqual([]);
  for (const [open, close] of ['“”', '„“', '«»', '»«', '""', '””', '「」'].map(([a, b]) => [a, b])) {
    expect(copiedIn(paragraph(text(`It said ${open}${copied}${close} today.`)))).toEqual([]);
  }
  expect(copiedIn(paragraph(text(`“Late”, ${copied}, “again”`)))).toEqual([copied]);
});

test('quotation marks within a run part it', () => {
  expect(copiedIn(paragraph(text('all ferries would “leave” one hour later because of')))).toEqual([]);
});

test('of two sources with the same words the one that has more of them is told', () => {
  const short = sourceOf('short', copied);
  const doc = documentOf(paragraph(text(`${copied} because of`)));
  expect(copyCheck(checkedTexts(doc), [short, ...sources]).map(({ source, words }) => [source, words])).toEqual([
    ['harbour', 9],
  ]);
  const same = documentOf(paragraph(text(copied)));
  expect(copyCheck(checkedTexts(same), [short, ...sources]).map(({ source }) => source)).toEqual(['short']);
});

test('says where the words stand in the source', () => {
  const [run] = copyCheck(checkedTexts(documentOf(paragraph(text(copied)))), sources);
  expect(article.slice(run?.inSource.from, run?.inSource.to)).toBe(copied);
});

test('in any document every run lies in one text block and says its own words', () => {
  fc.assert(
    fc.property(arbitraryDocument, (json) => {
      const doc = schema.nodeFromJSON(json);
      const whole = sourceOf('whole', doc.textBetween(0, doc.content.size, '\n', ' '));
      for (const { from, to } of copyCheck(checkedTexts(doc), [whole], 2)) {
        expect(doc.resolve(from).sameParent(doc.resolve(to))).toBe(true);
        expect(doc.resolve(from).parent.isTextblock).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
