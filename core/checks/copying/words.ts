/**
 * A word as it is compared: without case, compatibility forms (NFKC), soft hyphens and apostrophes. `from` and `to` are
 * UTF-16 offsets in the text it stands in. A character of a script without spaces is a word of `weight` ½, as Chinese and
 * Japanese words have about two; every other word weighs 1.
 */
export type Word = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Whether it is written with a capital letter. */
  readonly capital: boolean;
};

/** A character of a script that is written without spaces. */
const character =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const letter = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d\\u2060]';
const apostrophe = "['’ʼ＇]";
/** Half-width katakana have their voicing mark behind them as a character of its own. */
const halfWidth = '[\\uff66-\\uff9d][\\uff9e\\uff9f]?';

const unspaced = new RegExp(character, 'u');
const spacedWords = new RegExp(`${letter}+(?:${apostrophe}${letter}+)*`, 'gu');
const spacedLetter = `(?:(?!${character})${letter})`;
const mixedWords = new RegExp(
  `${halfWidth}|${character}\\p{M}*|${spacedLetter}+(?:${apostrophe}${spacedLetter}+)*`,
  'gu',
);

/** Signs within a word that say nothing about which word it is. */
const ignored = /['’ʼ\u00ad\u200b-\u200d\u2060]/g;

const normalise = (word: string): string =>
  // Most words are what they will be compared as.
  /^[a-z0-9]+$/.test(word)
    ? word
    : word.normalize('NFKC').toLowerCase().normalize('NFKC').replace(ignored, '').replaceAll('ς', 'σ');

/** The words of a text in their order. Punctuation, white space and hyphens only part them. */
export const wordsOf = (text: string): readonly Word[] => {
  const mixed = unspaced.test(text);
  const words: Word[] = [];
  for (const match of text.matchAll(mixed ? mixedWords : spacedWords)) {
    const [word] = match;
    const normal = normalise(word);
    if (normal === '') continue;
    words.push({
      text: normal,
      from: match.index,
      to: match.index + word.length,
      weight: mixed && unspaced.test(word) ? 0.5 : 1,
      capital: /^\p{Lu}/u.test(word),
    });
  }
  return words;
};
