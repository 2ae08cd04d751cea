import { describe, expect, test } from 'vitest';
import { plainSigns, quotesOf, typeset } from './typography.ts';

/** Types a line sign by sign. */
const typed = (line: string, language = 'en'): string => {
  const quotes = quotesOf(language);
  let text = '';
  for (const sign of line) {
    const made = plainSigns.has(sign) ? typeset(sign, text, quotes) : null;
    text = made === null ? text + sign : text.slice(0, text.length - made.before) + made.text;
  }
  return text;
};

describe('quotation marks', () => {
  test.each([
    ['en', '“Go ‘home’ now”'],
    ['de', '„Go ‚home‘ now“'],
    ['de-AT', '„Go ‚home‘ now“'],
    ['de-CH', '«Go ‹home› now»'],
    ['fr', '«\u202fGo ‘home’ now\u202f»'],
    ['es-419', '«Go ‘home’ now»'],
    ['it', '«Go ‘home’ now»'],
    ['ru', '«Go ‚home‘ now»'],
    ['sv-SE', '”Go ’home’ now”'],
    ['fi', '”Go ’home’ now”'],
    ['pl', '„Go ‚home’ now”'],
    ['zh-Hant-HK', '“Go ‘home’ now”'],
    ['ja', '“Go ‘home’ now”'],
    ['', '“Go ‘home’ now”'],
  ])('in %s', (language, expected) => {
    expect(typed('"Go \'home\' now"', language)).toBe(expected);
  });

  test('open after brackets, dashes and other openings, and close after words, signs and dashes', () => {
    expect(typed('("Yes," she said)')).toBe('(“Yes,” she said)');
    expect(typed('he said--"go"--and')).toBe('he said–“go”–and');
    expect(typed('"But I--" "Hush!"')).toBe('“But I–” “Hush!”');
    expect(typed('"\'Tis," he said')).toBe('“‘Tis,” he said');
    expect(typed('"He said \'go\'"')).toBe('“He said ‘go’”');
    expect(typed('"He said \'go\'"', 'sv')).toBe('”He said ’go’”');
    expect(typed('¿"Qué"?', 'es')).toBe('¿«Qué»?');
  });

  test('and apostrophes are told apart', () => {
    expect(typed("don't, the boats' owners'")).toBe('don’t, the boats’ owners’');
    expect(typed("Das war's.", 'de')).toBe('Das war’s.');
    expect(typed("Er rief: 'So war es.'", 'de')).toBe('Er rief: ‚So war es.‘');
    expect(typed('l\'eau d\'"ici"', 'fr')).toBe('l’eau d’«\u202fici\u202f»');
  });
});

describe('dashes and dots', () => {
  test.each([
    ['one -- two', 'one – two'],
    ['one---two', 'one—two'],
    ['well-known', 'well-known'],
    ['---', '---'],
    ['--', '--'],
    ['<!-- x', '<!-- x'],
    ['and so on...', 'and so on…'],
    ['....', '….'],
    ['a.. b', 'a.. b'],
    ['...', '…'],
  ])('%s becomes %s', (line, expected) => {
    expect(typed(line)).toBe(expected);
  });
});
