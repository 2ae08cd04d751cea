import { describe, expect, test } from 'vitest';
import type { DocumentJson } from './post.ts';
import { documentOf } from './testing/documents.ts';
import {
  captionsText,
  excerptOf,
  firstWords,
  headlineOf,
  lengthOf,
  mediaOf,
  plainText,
  sourcesUsedIn,
  wordCount,
  wordsBetween,
} from './text.ts';

const line = (type: string, words: string, marks: DocumentJson['marks'] = []): DocumentJson => ({
  type,
  content: [{ type: 'text', text: words, ...(marks.length > 0 ? { marks } : {}) }],
});
const picture = (media: string, alt: string, caption: string): DocumentJson => ({
  type: 'figure',
  attrs: { media, alt, decorative: false, width: null, height: null },
  content: [line('caption', caption), line('credit', 'Reuters.')],
});
const [first, second] = ['1'.repeat(64), '2'.repeat(64)] as const;

const doc = documentOf({
  type: 'doc',
  content: [
    line('headline', '  Harbour  reopens '),
    {
      type: 'section',
      attrs: { kind: 'summary', label: 'Secret label' },
      content: [
        picture(first, 'Two boats', 'Ferries leave.'),
        line('paragraph', 'Nine ships had been waiting.', [{ type: 'citation', attrs: { source: 'b' } }]),
        {
          type: 'quotation',
          attrs: { source: 'a' },
          content: [line('paragraph', 'Nothing has been won.'), line('attribution', 'Spokesman')],
        },
        picture(second, '', 'A crane.'),
        picture(first, '', 'Again.'),
      ],
    },
    {
      type: 'section',
      attrs: { kind: 'comment', label: '' },
      content: [
        line('sectionHeading', 'My Comment:'),
        line('paragraph', 'It is long.', [{ type: 'citation', attrs: { source: 'a' } }]),
      ],
    },
  ],
});

test('the headline is one line', () => {
  expect(headlineOf(doc)).toBe('Harbour reopens');
});

test('the text is everything a reader reads but headline, captions and credits', () => {
  expect(plainText(doc)).toBe(
    'Nine ships had been waiting.\nNothing has been won.\nSpokesman\nMy Comment:\nIt is long.',
  );
});

test('captions, credits and alternative texts are found, the writer’s labels are not', () => {
  expect(captionsText(doc)).toBe('Two boats\nFerries leave.\nReuters.\nA crane.\nReuters.\nAgain.\nReuters.');
});

test('pictures and sources come once each, in order', () => {
  expect(mediaOf(doc)).toEqual([first, second]);
  expect(sourcesUsedIn(doc)).toEqual(['b', 'a']);
});

describe('first words', () => {
  test('are one line without headline and captions', () => {
    expect(firstWords(doc)).toBe('Nine ships had been waiting. Nothing has been won. It is long.');
  });

  test('are cut between words, never inside a character', () => {
    const words = firstWords(documentOf(line('paragraph', 'harbour '.repeat(50))));
    expect(words.length).toBeLessThanOrEqual(200);
    expect(words).toMatch(/ harbour…$/);
    const faces = firstWords(documentOf(line('paragraph', `x${'🙂'.repeat(200)}`)));
    expect(faces).toMatch(/^x(?:🙂)+…$/u);
    expect(faces.isWellFormed()).toBe(true);
  });

  test('of an empty post are empty', () => {
    expect(firstWords(documentOf({ type: 'paragraph' }))).toBe('');
  });
});

test('an excerpt keeps to its limit', () => {
  expect(excerptOf(doc, 31)).toBe('Nine ships had been waiting…');
});

describe('words', () => {
  test.each([
    ['', 0],
    ['One', 1],
    ['Nine ships — it’s 3.5 miles!', 5],
    ['港は九日ぶりに再開した', 6],
  ])('%j has about %i', (words, count) => {
    const counted = wordCount(documentOf(words ? line('paragraph', words) : { type: 'paragraph' }));
    // How Japanese is parted depends on the dictionary that the runtime carries.
    if (/\p{Script=Han}/u.test(words)) expect(counted).toBeGreaterThan(3);
    else expect(counted).toBe(count);
  });

  test('are counted in headline, text, captions and credits', () => {
    expect(wordCount(doc)).toBe(25);
  });
});

describe('reading', () => {
  const secondsOf = (words: string): number => Math.round(lengthOf(documentOf(line('paragraph', words))).seconds);

  test('takes a minute for 230 words', () => {
    expect(secondsOf('word '.repeat(230))).toBe(60);
  });

  test('goes by characters where words have no spaces between them', () => {
    expect(secondsOf('港'.repeat(300))).toBe(60);
    expect(secondsOf('港口重新开放。'.repeat(50))).toBe(60);
    expect(secondsOf(`${'港'.repeat(300)} ${'word '.repeat(230)}`)).toBe(120);
  });
});

test('the words of a selection are counted, halves of blocks too', () => {
  const two = documentOf({
    type: 'section',
    attrs: { kind: 'summary', label: '' },
    content: [line('paragraph', 'one two three'), line('paragraph', 'four five')],
  });
  expect(wordsBetween(two, 0, two.content.size)).toBe(5);
  expect(two.textBetween(8, 23, ' ')).toBe('two three four');
  expect(wordsBetween(two, 8, 23)).toBe(3);
  expect(wordsBetween(two, 6, 6)).toBe(0);
});

describe('the words of footnotes', () => {
  const note = (words: string): DocumentJson => ({ type: 'footnote', content: [{ type: 'text', text: words }] });
  const paragraph: DocumentJson = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Nine ships' }, note('Counted twice.'), { type: 'text', text: ' waited.' }],
  };
  const annotated = documentOf(paragraph);

  test('are searched and counted, apart from the words around them', () => {
    expect(plainText(annotated)).toBe('Nine ships waited.\nCounted twice.');
    expect(wordCount(annotated)).toBe(5);
    expect(wordsBetween(annotated, 0, annotated.content.size)).toBe(5);
  });

  test('are not in an excerpt', () => {
    expect(firstWords(annotated)).toBe('Nine ships waited.');
  });
});

test('the source of HTML blocks is not counted as words, whole or in part', () => {
  const content = [line('paragraph', 'Two words'), line('rawHtml', '<b class="x">markup and nothing else</b>')];
  const page = documentOf({ type: 'section', attrs: { kind: 'comment', label: '' }, content });
  expect(lengthOf(page)).toEqual(lengthOf(documentOf(line('paragraph', 'Two words'))));
  expect(wordsBetween(page, 0, page.content.size - 8)).toBe(2);
});
