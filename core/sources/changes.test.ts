import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SavedArticle } from './article.ts';
import { articleChanges, type Run, wordRuns } from './changes.ts';

const article = (title: string, ...lines: readonly string[]): SavedArticle => ({
  title,
  html: '',
  text: lines.join('\n'),
});
const first = 'The ferries will run through the night from June.';
const second = 'Two boats leave every forty minutes.';

const shown = (runs: readonly Run[]): string =>
  runs.map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind]).join('');

describe('what changed on a page', () => {
  test('is nothing where nothing did', () => {
    expect(articleChanges(article('Ferries', first, second), article('Ferries', first, second))).toBeNull();
  });

  test('is told by word in headline and text', () => {
    const after = article('Ferries at night', first.replace('June', 'July'), second);
    const changes = articleChanges(article('Ferries', first, second), after);
    expect(shown(changes?.headline ?? [])).toBe('Ferries[+ at night+]');
    expect(changes?.paragraphs.map(shown)).toEqual(['The ferries will run through the night from [-June-][+July+].']);
  });

  test('is whole paragraphs that went or came', () => {
    const added = 'The union calls it a beginning.';
    const changes = articleChanges(article('F', first, second), article('F', first, added));
    expect(changes?.paragraphs.map(shown)).toEqual([`[+${added}+]`, `[-${second}-]`]);
  });

  test.each<readonly string[]>([
    [first, 'Advertisement', second],
    ['ADVERTISEMENT:', first, second, 'Related stories', 'Read more: What the baker told the mayor'],
    [first, second, 'Subscribe to our newsletter', '3 hours ago'],
    [first.replace('through', 'through\u00a0'), second],
  ])('is silent on what stands between paragraphs: %j', (...lines) => {
    expect(
      articleChanges(article('“Ferries” – late', first, second), article('"Ferries" - late', ...lines)),
    ).toBeNull();
  });
});

test('runs are the older text without the new ones, and the newer text without those that went', () => {
  const words = fc.array(fc.constantFrom('the', 'ferries', 'run', 'late', '市', '場', ' ', ', '), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const runs = wordRuns(before, after);
      const without = (kind: Run['kind']): string =>
        runs
          .filter((run) => run.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('gone')).toBe(after);
      expect(without('new').replace(/\s/g, '')).toBe(before.replace(/\s/g, ''));
    }),
  );
});

test('long texts that share nothing are told without a table larger than memory', () => {
  const lines = (word: string): string => Array.from({ length: 5000 }, (_, at) => `${word} ${at}`).join('\n');
  const changes = articleChanges(article('F', lines('old')), article('F', lines('new')));
  expect(changes?.paragraphs.length).toBeGreaterThan(4000);
});
