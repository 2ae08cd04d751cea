import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copiedRuns, indexSource } from './copied-runs.ts';
import { wordsOf } from './words.ts';

const indexOf = (text: string, title = '', language = 'en') => indexSource({ text, title, language });

const copiedIn = (text: string, source: string, minimum?: number): readonly string[] =>
  copiedRuns(indexOf(source), text, minimum).map(({ from, to }) => text.slice(from, to));

/** Words that nobody wrote before: `marker` keeps two vocabularies apart. */
const vocabulary = (marker: string, size: number): readonly string[] =>
  Array.from({ length: size }, (_, at) => `${marker}${at.toString(36)}`);

const sourceWords = fc.array(fc.constantFrom(...vocabulary('quay', 400)), { minLength: 80, maxLength: 300 });
const ownWords = fc.array(fc.constantFrom(...vocabulary('mine', 400)), { minLength: 1, maxLength: 60 });

describe('what counts as copied', () => {
  const source = 'The harbour office said that all ferries would leave one hour later because of the fog in the bay.';

  test('a run of seven words, whatever its case, quotation marks, white space and soft hyphens', () => {
    expect(copiedIn('They say that all “ferries” would\u00a0LEAVE one hour la\u00adter, alas.', source)).toEqual([
      'that all “ferries” would\u00a0LEAVE one hour la\u00adter',
    ]);
  });

  test('six words are not', () => {
    expect(copiedIn('Ferries would leave one hour later, they say.', source)).toEqual([]);
    expect(copiedIn('Ferries would leave one hour later, they say.', source, 5)).toEqual([
      'Ferries would leave one hour later',
    ]);
  });

  test('compatibility forms, decomposed letters and apostrophes are the same words', () => {
    const said = 'the café’s oﬃce didn’t say why all five ferries were late';
    expect(copiedIn("The cafe\u0301's office didn't say why all five ferries were late.", said)).toHaveLength(1);
  });

  test('in scripts without spaces fourteen characters count as seven words', () => {
    const article = '港湾事務所は、霧のためフェリーの出発が一時間遅れると発表した。';
    expect(copiedIn('昨日、フェリーの出発が一時間遅れると聞いた。', article)).toEqual([
      'フェリーの出発が一時間遅れると',
    ]);
    expect(copiedIn('昨日、出発が一時間遅れると聞いた。', article)).toEqual([]);
    expect(copiedIn('ﾌｪﾘｰの出発が一時間遅れると発表', article)).toHaveLength(1);
  });

  test('two runs may overlap, each as long as it can be', () => {
    const article = 'a1 a2 a3 a4 a5 a6 a7 a8 stop a5 a6 a7 a8 b1 b2 b3 b4';
    expect(copiedIn('a1 a2 a3 a4 a5 a6 a7 a8 b1 b2 b3 b4', article)).toEqual([
      'a1 a2 a3 a4 a5 a6 a7 a8',
      'a5 a6 a7 a8 b1 b2 b3 b4',
    ]);
  });
});

describe('what is no copying', () => {
  const source =
    'President Emmanuel Macron of France and Chancellor Olaf Scholz gathered in Lisbon on Monday, 3 March 2031. They spoke about ferries, fog and the price of fish while others walked along the quay and waited for news from the boats. Later they ate soup in a small house behind the old market and said nothing more to anyone about what they had heard, which was little.';

  test('a title, or a part of it', () => {
    const title = 'All ferries in the bay leave an hour later today';
    const text = 'Under “all ferries in the bay leave an hour later” the paper explains.';
    const article = `${title}. And then the story goes on in lower case for a while.`;
    expect(copiedRuns(indexOf(article, title), text)).toEqual([]);
    expect(copiedRuns(indexOf(article), text)).toHaveLength(1);
  });

  test('names, numbers and dates with the small words between them', () => {
    expect(copiedIn('President Emmanuel Macron of France and Chancellor Olaf Scholz did.', source)).toEqual([]);
    expect(copiedIn('Gathered in Lisbon on Monday, 3 March 2031, it is said.', source)).toEqual([
      'Gathered in Lisbon on Monday, 3 March 2031',
    ]);
    expect(copiedIn('In Lisbon on Monday, 3 March 2031.', source)).toEqual([]);
  });

  test('months in small letters are dates too', () => {
    const article =
      'Le ministre a parlé à Paris le lundi 3 mars 2031 à Lyon de la pêche, du brouillard, et puis des bateaux qui attendent au port depuis hier soir, sans nouvelles de la mer.';
    const french = indexOf(article, '', 'fr');
    expect(copiedRuns(french, 'À Paris le lundi 3 mars 2031 à Lyon')).toEqual([]);
  });

  test('where every noun has a capital, nouns are no names', () => {
    const german =
      'Der Hafen und die Stadt der Fähren im Nebel warten auf den Wind. Das Amt für die See gab den Booten keine Auskunft.';
    expect(copiedIn('Der Hafen und die Stadt der Fähren im Nebel', german)).toHaveLength(1);
  });
});

describe('planted runs', () => {
  test('of seven words and more are all found, with exact bounds', () => {
    fc.assert(
      fc.property(
        sourceWords,
        ownWords,
        ownWords,
        fc.nat(),
        fc.integer({ min: 5, max: 60 }),
        (words, before, after, at, length) => {
          const first = at % (words.length - length);
          const planted = words.slice(first, first + length).join(' ');
          const text = `${before.join(' ')} ${planted} ${after.join(' ')}`;
          expect(copiedIn(text, words.join(' '))).toEqual(length >= 7 ? [planted] : []);
          const [run] = copiedRuns(indexOf(words.join(' ')), text);
          if (run) expect(words.join(' ').slice(run.inSource.from, run.inSource.to)).toBe(planted);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a text is a copy of itself from its first word to its last, and of nothing there is no copy', () => {
    const text = fc.array(fc.oneof(fc.constantFrom('the', 'boats', 'of', 'a', '船', '港'), fc.string()), {
      minLength: 30,
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = `start one two three four five six seven eight ${parts.join(' ')}`;
        const words = wordsOf(whole);
        const [run, ...others] = copiedRuns(indexOf(whole), whole);
        expect([run?.from, run?.to, others]).toEqual([words[0]?.from, words.at(-1)?.to, []]);
        expect(copiedRuns(indexOf(''), whole)).toEqual([]);
        expect(copiedRuns(indexOf(whole), '')).toEqual([]);
      }),
    );
  });

  test('agrees with looking for every run at every place', () => {
    const few = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 40 });
    fc.assert(
      fc.property(few, few, (source, text) => {
        const standsInSource = (from: number, to: number): boolean =>
          ` ${source.join(' ')} `.includes(` ${text.slice(from, to).join(' ')} `);
        const expected: string[] = [];
        for (let from = 0; from < text.length; from += 1) {
          for (let to = from + 3; to <= text.length; to += 1) {
            if (!standsInSource(from, to)) continue;
            if (from > 0 && standsInSource(from - 1, to)) continue;
            if (to < text.length && standsInSource(from, to + 1)) continue;
            expected.push(text.slice(from, to).join(' '));
          }
        }
        expect(copiedIn(text.join(' '), source.join(' '), 3)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Of runs of `length` words in which so many of a hundred words are others: the share of all their words that is found. */
const editedRecall = (changed: number, length: number): number => {
  let state = 20_31;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = Array.from({ length: 3000 }, () => `quay${random(900)}`);
  const source = words.join(' ');
  const index = indexOf(source);
  let [found, planted] = [0, 0];
  for (let round = 0; round < 200; round += 1) {
    const first = random(words.length - length);
    const copy = words
      .slice(first, first + length)
      .map((word) => (random(100) < changed ? `mine${random(900)}` : word));
    const runs = copiedRuns(index, copy.join(' '));
    found += runs.reduce((sum, run) => sum + run.words, 0);
    planted += length;
  }
  return found / planted;
};

test('the more words are changed, the less is found: docs/technical/copy-check.md has this curve', () => {
  const curve = [0, 2, 5, 10, 15, 20, 30].map((changed) => [changed, Number(editedRecall(changed, 40).toFixed(2))]);
  expect(Object.fromEntries(curve)).toEqual({ 0: 1, 2: 0.95, 5: 0.87, 10: 0.74, 15: 0.57, 20: 0.44, 30: 0.22 });
});
