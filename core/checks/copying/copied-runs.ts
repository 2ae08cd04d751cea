import { indexSequence, type Reader, unknownWord } from './automaton.ts';
import { type Word, wordsOf } from './words.ts';

/** From how many words on a run that stands in a source counts as copied, unless the writer says otherwise. */
export const defaultMinimum = 7;

/** A place in a text, as UTF-16 offsets. */
export type Span = { readonly from: number; readonly to: number };

/** A run of a text's words that stands word for word in a source, as long as it can be. */
export type CopiedRun = Span & {
  /** One of the places where it stands in the source. */
  readonly inSource: Span;
  /** How many words it has; two characters of a script without spaces count as one. */
  readonly words: number;
};

/** A source's words, ready to be looked for. */
export type SourceIndex = {
  readonly words: readonly Word[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly read: () => Reader;
  /** Runs that are no copying although they stand in the source. */
  readonly isExempt: (run: readonly Word[]) => boolean;
};

/** What an index is made of. `language` is a tag (BCP 47) or nothing. */
export type IndexedSource = { readonly text: string; readonly title: string; readonly language: string };

const datesOf = (language: string): ReadonlySet<string> => {
  const [locale = 'en'] = Intl.DateTimeFormat.supportedLocalesOf(language || 'en');
  const names = new Set<string>();
  for (const part of ['month', 'weekday'] as const) {
    const format = new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' });
    // January 2023 began on a Sunday; its first days are a week, the first of each month a year.
    for (let i = 0; i < 12; i += 1) {
      const day = part === 'month' ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, 1 + (i % 7));
      for (const { text } of wordsOf(format.format(day))) names.add(text);
    }
  }
  return names;
};

/** Above this share of its words a source writes more than names with capitals, as German does with nouns. */
const mostNames = 0.2;

/** Words that a source never writes without a capital; none where it writes more than names so. */
const namesIn = (words: readonly Word[]): ReadonlySet<string> => {
  const capital = new Set<string>();
  for (const word of words) if (word.capital) capital.add(word.text);
  for (const word of words) if (!word.capital) capital.delete(word.text);
  const count = words.filter(({ text }) => capital.has(text)).length;
  return count > mostNames * words.length ? new Set() : capital;
};

/** The longest of the small words that stand between names, in characters: of, and, the. */
const smallWord = 3;

/**
 * The rule of what is no copying: a part of the source's title, and a run of nothing but names, numbers, days and months
 * with the small words between them. There is no other way to write them.
 */
const exemption = (words: readonly Word[], { title, language }: IndexedSource): SourceIndex['isExempt'] => {
  const named = namesIn(words);
  const dates = datesOf(language);
  const titled = ` ${wordsOf(title)
    .map(({ text }) => text)
    .join(' ')} `;
  const isNameOrDate = ({ text, weight }: Word): boolean =>
    named.has(text) || dates.has(text) || /^\p{N}+$/u.test(text) || (weight === 1 && text.length <= smallWord);
  return (run) => {
    const joined = ` ${run.map(({ text }) => text).join(' ')} `;
    return titled.includes(joined) || (named.size > 0 && run.every(isNameOrDate));
  };
};

/** Prepares a source. Takes as long as its text is long; the text of a saved article never changes, so once is enough. */
export const indexSource = (source: IndexedSource): SourceIndex => {
  const words = wordsOf(source.text);
  const numberOf = new Map<string, number>();
  const sequence = new Int32Array(words.length);
  for (const [at, { text }] of words.entries()) {
    let number = numberOf.get(text);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(text, number);
    }
    sequence[at] = number;
  }
  return { words, numberOf, read: indexSequence(sequence), isExempt: exemption(words, source) };
};

const spanOf = (words: readonly Word[], first: number, last: number): Span => ({
  from: words[first]?.from ?? 0,
  to: words[last]?.to ?? 0,
});

/**
 * Every run of at least `minimum` words of a text that stands in the source and cannot be longer on either side, in the
 * order of the text. Two of them may overlap. Takes as long as the text is long.
 */
export const copiedRuns = (
  { words: sourceWords, numberOf, read, isExempt }: SourceIndex,
  text: string,
  minimum: number = defaultMinimum,
): readonly CopiedRun[] => {
  const words = wordsOf(text);
  const next = read();
  const suffixes = words.map((word) => next(numberOf.get(word.text) ?? unknownWord));
  const runs: CopiedRun[] = [];
  for (const [last, { length, end }] of suffixes.entries()) {
    // It goes on with the next word.
    if (suffixes[last + 1]?.length === length + 1) continue;
    const first = last - length + 1;
    if (length < minimum) continue;
    const run = words.slice(first, last + 1);
    const weight = run.reduce((sum, word) => sum + word.weight, 0);
    if (weight < minimum || isExempt(run)) continue;
    runs.push({
      ...spanOf(words, first, last),
      inSource: spanOf(sourceWords, end - length + 1, end),
      words: Math.floor(weight),
    });
  }
  return runs;
};
