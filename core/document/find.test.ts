import { EditorState } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FindQuery, finderOf, type Match, replaceMatches } from './find.ts';
import type { DocumentJson } from './post.ts';
import { jsonOf } from './schema.ts';
import { arbitraryDocument } from './testing/arbitrary-document.ts';
import { documentOf } from './testing/documents.ts';

const text = (words: string, ...marks: string[]): DocumentJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const line = (type: string, ...content: (string | DocumentJson)[]): DocumentJson => ({
  type,
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
const post = (...blocks: DocumentJson[]) =>
  documentOf({
    type: 'doc',
    content: [
      line('headline', 'The ferry'),
      { type: 'section', attrs: { kind: 'summary', label: '' }, content: [...blocks, line('paragraph', 'end')] },
    ],
  });

const query = (words: string, options: Partial<FindQuery> = {}): FindQuery => ({
  text: words,
  matchCase: false,
  wholeWord: false,
  regularExpression: false,
  ...options,
});
const expression = { regularExpression: true };

const matchesOf = (doc: ReturnType<typeof post>, asked: FindQuery): readonly Match[] => {
  const finder = finderOf(asked);
  if (!finder.ok) throw new Error(finder.error.code);
  const found = finder.value(doc);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};
const found = (doc: ReturnType<typeof post>, asked: FindQuery): readonly string[] =>
  matchesOf(doc, asked).map(({ from, to }) => doc.textBetween(from, to));

const replaced = (doc: ReturnType<typeof post>, asked: FindQuery, replacement: string) => {
  const { tr } = EditorState.create({ doc });
  replaceMatches(tr, matchesOf(doc, asked), asked, replacement);
  tr.doc.check();
  return tr;
};

describe('finding', () => {
  test('counts headline, captions and headings, and runs through marks', () => {
    const doc = post(
      line('heading', 'Ferries'),
      { type: 'figure', content: [line('caption', 'A ferr', text('y boat', 'bold')), line('credit', 'FERRY pool')] },
      line('paragraph', 'No boat, no fer', text('r', 'italic'), 'y.'),
    );
    expect(found(doc, query('ferr'))).toEqual(['ferr', 'Ferr', 'ferr', 'FERR', 'ferr']);
    expect(found(doc, query('ferry'))).toEqual(['ferry', 'ferry', 'FERRY', 'ferry']);
  });

  test('stays in one line of one block', () => {
    const doc = post(line('paragraph', 'one'), line('paragraph', 'two', { type: 'hardBreak' }, 'three'));
    expect(found(doc, query('onetwo'))).toEqual([]);
    expect(found(doc, query('twothree'))).toEqual([]);
    expect(found(doc, query('[^x]+', expression))).toEqual(['The ferry', 'one', 'two', 'three', 'end']);
    expect(found(doc, query('^t\\w+$', expression))).toEqual(['two', 'three']);
  });

  test('looks at cases when asked to', () => {
    const doc = post(line('paragraph', 'Ship ship SHIP'));
    expect(found(doc, query('Ship', { matchCase: true }))).toEqual(['Ship']);
    expect(found(doc, query('ship', { matchCase: true, ...expression }))).toEqual(['ship']);
    expect(found(doc, query('SHIP', expression))).toEqual(['Ship', 'ship', 'SHIP']);
  });

  test('takes whole words in every script', () => {
    const doc = post(line('paragraph', 'art, party; Kunst-art “art” ärt art_ 𝒜art'));
    expect(found(doc, query('art', { wholeWord: true }))).toHaveLength(3);
    expect(found(doc, query('a\\w+t', { wholeWord: true, ...expression }))).toHaveLength(3);
    expect(found(doc, query('art,', { wholeWord: true }))).toEqual(['art,']);
    expect(found(post(line('paragraph', 'море, горе, мореход')), query('море', { wholeWord: true }))).toEqual(['море']);
  });

  test('finds typographic signs by those of the keyboard, and either by the other', () => {
    const doc = post(line('paragraph', 'He said: “Don’t go” — at 5\u00a0pm.'));
    expect(found(doc, query('"don\'t'))).toEqual(['“Don’t']);
    expect(found(doc, query('5 pm'))).toEqual(['5\u00a0pm']);
    expect(found(post(line('paragraph', '"x"')), query('“x”'))).toEqual(['"x"']);
  });

  test('keeps its place where a small letter is longer than the great one', () => {
    const doc = post(line('paragraph', 'İİ İstanbul harbour'));
    expect(found(doc, query('HARBOUR'))).toEqual(['harbour']);
  });

  test('ends with expressions that match nothing at all', () => {
    expect(found(post(line('paragraph', '😀 b')), query('x*', expression))).toEqual([]);
    expect(found(post(), query('', expression))).toEqual([]);
    expect(found(post(), query(''))).toEqual([]);
  });

  test('says what is wrong with an expression', () => {
    const finder = finderOf(query('(boat', expression));
    expect(finder.ok ? null : finder.error).toMatchObject({
      code: 'find/bad-expression',
      params: { reason: 'unterminated group' },
    });
    expect(finderOf(query('(boat')).ok).toBe(true);
  });
});

describe('replacing', () => {
  test('makes one step for each block, and formats the new words as the old', () => {
    const link = { type: 'text', text: 'ferry', marks: [{ type: 'link', attrs: { href: 'https://a.example/' } }] };
    const doc = post(
      line('paragraph', 'ferry ', text('ferry', 'bold'), ' and ', link, '!'),
      line('paragraph', 'the ferry'),
    );
    const tr = replaced(doc, query('ferry'), 'boat');
    expect(tr.steps).toHaveLength(3);
    expect(jsonOf(tr.doc.child(1).child(0))).toEqual(
      line('paragraph', 'boat ', text('boat', 'bold'), ' and ', { ...link, text: 'boat' }, '!'),
    );
    expect(tr.doc.textContent).toBe('The boatboat boat and boat!the boatend');
  });

  test('takes matches away', () => {
    const tr = replaced(post(line('paragraph', 'ferry')), query('ferry'), '');
    expect(tr.doc.textContent).toBe('The end');
    expect(tr.doc.child(1).child(0).content.size).toBe(0);
  });

  test('fills in what an expression found', () => {
    const doc = post(line('paragraph', 'On 2026-11-22 and 2025-01-02.', { type: 'hardBreak' }, '2024-03-04'));
    const tr = replaced(doc, query('(\\d+)-(\\d+)-(?<day>\\d+)', expression), '$<day>.$2.$1');
    expect(tr.doc.child(1).child(0).textContent).toBe('On 22.11.2026 and 02.01.2025.04.03.2024');
    expect(replaced(doc, query('2025'), '$&').doc.textContent).toContain('$&-01-02');
  });

  test('leaves every other word of any document alone', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.constantFrom('a', 'e', ' ', '.', '\\w+'), (json, words) => {
        const doc = documentOf(json);
        const asked = query(words, words.length > 1 ? expression : { matchCase: true });
        const matches = matchesOf(doc, asked);
        const tr = replaced(doc, asked, '');
        const removed = matches.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(tr.doc.textContent.length).toBe(doc.textContent.length - removed);
      }),
      { numRuns: 100 },
    );
  });
});
