import { expect, test } from 'vitest';
import { sectionLength } from './balance.ts';
import { entryAt, outlineOf } from './outline.ts';
import type { DocumentJson } from './post.ts';
import { documentOf } from './testing/documents.ts';

const line = (type: string, words = '', attrs: DocumentJson['attrs'] = {}): DocumentJson => ({
  type,
  attrs,
  ...(words ? { content: [{ type: 'text', text: words }] } : {}),
});
const picture = (caption: string, alt = ''): DocumentJson => ({
  type: 'figure',
  attrs: { media: null, alt },
  content: [line('caption', caption), line('credit', 'Reuters.')],
});
const section = (kind: string, label: string, ...content: DocumentJson[]): DocumentJson => ({
  type: 'section',
  attrs: { kind, label },
  content,
});
const quotation = (words: string): DocumentJson => ({
  type: 'quotation',
  attrs: { source: null },
  content: [line('paragraph', words), line('attribution', 'A spokesman')],
});

const doc = documentOf({
  type: 'doc',
  content: [
    line('headline', ' Harbour  reopens '),
    section(
      'summary',
      'In short',
      picture('', 'Two boats'),
      line('heading', 'The talks', { level: 3 }),
      line('paragraph', 'Nine ships had been waiting.'),
      line('heading', 'The shifts', { level: 4 }),
      picture('A crane.'),
      line('heading', 'What next', { level: 2 }),
      quotation('Nothing has been won.'),
    ),
    section('comment', 'ignored', line('sectionHeading', 'My Comment:'), {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [line('paragraph', 'It is long.'), quotation('We know.')] }],
    }),
    section('free', '', line('paragraph')),
  ],
});
const outline = outlineOf(doc);

test('the outline names headline, sections, headings and pictures, each as deep as it stands', () => {
  expect(outline.map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['headline', 1, 'Harbour reopens'],
    ['section', 1, 'In short'],
    ['figure', 2, 'Two boats'],
    ['heading', 2, 'The talks'],
    ['heading', 3, 'The shifts'],
    ['figure', 4, 'A crane.'],
    ['heading', 2, 'What next'],
    ['section', 1, 'My Comment:'],
    ['section', 1, ''],
  ]);
});

test('sections say how long they are, without captions and the heading over them', () => {
  expect(outline.flatMap(({ section: it }) => (it ? [[it.kind, it.length.words]] : []))).toEqual([
    ['summary', 15],
    ['comment', 5],
    ['free', 0],
  ]);
});

test('a quotation counts as quoted wherever it stands; who said it is not counted', () => {
  const { own, quoted } = sectionLength(doc.child(2));
  expect([own.words, quoted.words]).toEqual([3, 2]);
});

test('a position belongs to the heading before it, to a picture only inside of it', () => {
  const at = (words: string): number => {
    let found = -1;
    doc.descendants((node, position) => {
      if (node.isText && node.text === words) found = position;
    });
    return found;
  };
  const entry = (words: string) => outline[entryAt(outline, at(words))]?.text;
  expect(entry('Nine ships had been waiting.')).toBe('The talks');
  expect(entry('A crane.')).toBe('A crane.');
  expect(entry('Nothing has been won.')).toBe('What next');
  expect(entry('It is long.')).toBe('My Comment:');
  expect(entryAt(outline, 0)).toBe(0);
  expect(entryAt([], 3)).toBe(-1);
});
