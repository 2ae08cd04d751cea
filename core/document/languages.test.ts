import { describe, expect, test } from 'vitest';
import { isLanguageTag } from './language-tag.ts';
import { directionOfLanguage, findLanguages, languageName, offeredLanguages, primaryLanguage } from './languages.ts';

const names = offeredLanguages.map(languageName);
const found = (query: string): readonly string[] => findLanguages(query, names).map(({ tag }) => tag);

test('every language offered is a canonical tag with a name of its own', () => {
  for (const tag of offeredLanguages) {
    expect(isLanguageTag(tag), tag).toBe(true);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    expect(languageName(tag).english, tag).not.toBe(tag);
  }
  expect(new Set(names.map(({ english }) => english)).size).toBe(offeredLanguages.length);
});

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['yi', 'rtl'],
  ['ckb', 'rtl'],
  ['ku', 'ltr'],
  ['az-Arab', 'rtl'],
  ['de', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['', 'ltr'],
  ['no tag', 'ltr'],
])('%j runs %s', (tag, direction) => expect(directionOfLanguage(tag)).toBe(direction));

test('names are in English and in the language itself', () => {
  expect(languageName('de')).toEqual({ tag: 'de', english: 'German', own: 'Deutsch' });
  expect(languageName('pt-BR').english).toBe('Portuguese (Brazil)');
  expect(primaryLanguage('pt-BR')).toBe('pt');
});

describe('a language is found', () => {
  test('by its English name, by its own, by its tag, without accents and case', () => {
    expect(found('german')[0]).toBe('de');
    expect(found('Deut')[0]).toBe('de');
    expect(found('francais')[0]).toBe('fr');
    expect(found('عرب')).toEqual(['ar']);
    expect(found('pt-b')).toEqual(['pt-BR']);
  });

  test('by a tag that is not offered, when there is such a language', () => {
    expect(found('gsw')).toEqual(['gsw']);
    expect(found('de-li')).toEqual(['de-LI']);
    expect(found('qqqq')).toEqual([]);
    expect(found('nothing of that name')).toEqual([]);
  });
});
