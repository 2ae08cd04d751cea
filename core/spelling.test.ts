import { expect, test } from 'vitest';
import { dictionaryFor } from './spelling.ts';

/** Some of what Electron 45 lists. */
const available = [
  'de',
  'de-DE',
  'en',
  'en-AU',
  'en-GB',
  'en-US',
  'fr',
  'nb',
  'pt',
  'pt-BR',
  'pt-PT',
  'sh',
  'sr',
  'uk',
];

test.each([
  ['en-GB', 'en-GB'],
  ['en', 'en-US'],
  ['en-IE', 'en-GB'],
  ['de-AT', 'de'],
  ['fr-CA', 'fr'],
  ['pt', 'pt-BR'],
  ['pt-AO', 'pt-PT'],
  ['no', 'nb'],
  ['sr', 'sr'],
  ['sr-Latn', null],
  ['is', null],
  ['', null],
  ['no tag', null],
])('%j is checked with %j', (language, dictionary) => expect(dictionaryFor(language, available)).toBe(dictionary));

test('on a mac there are no dictionaries', () => expect(dictionaryFor('en-US', [])).toBeNull());
