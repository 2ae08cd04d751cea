import type { Direction } from './direction.ts';
import { isLanguageTag } from './language-tag.ts';

/** Languages that are offered by name, as BCP 47 tags; every other well-formed tag can be typed. */
export const offeredLanguages: readonly string[] = [
  ...['af', 'sq', 'am', 'ar', 'hy', 'as', 'az', 'eu', 'be', 'bn', 'bs', 'bg', 'my', 'ca', 'zh-Hans', 'zh-Hant', 'hr'],
  ...['cs', 'da', 'dv', 'nl', 'nl-BE', 'en-AU', 'en-CA', 'en-GB', 'en-IE', 'en-IN', 'en-NZ', 'en-US', 'en-ZA', 'eo'],
  ...['et', 'fo', 'fil', 'fi', 'fr', 'fr-BE', 'fr-CA', 'fr-CH', 'fy', 'gl', 'ka', 'de', 'de-AT', 'de-CH', 'el', 'gu'],
  ...[
    'ht',
    'ha',
    'he',
    'hi',
    'hu',
    'is',
    'ig',
    'id',
    'ga',
    'it',
    'ja',
    'jv',
    'kn',
    'kk',
    'km',
    'rw',
    'ko',
    'ku',
    'ckb',
  ],
  ...['ky', 'lo', 'la', 'lv', 'lt', 'lb', 'mk', 'mg', 'ms', 'ml', 'mt', 'mi', 'mr', 'mn', 'ne', 'nb', 'nn', 'or', 'ps'],
  ...['fa', 'pl', 'pt-BR', 'pt-PT', 'pa', 'ro', 'rm', 'ru', 'gd', 'sr', 'sr-Latn', 'sd', 'si', 'sk', 'sl', 'so', 'es'],
  ...[
    'es-419',
    'es-AR',
    'es-MX',
    'es-US',
    'sw',
    'sv',
    'tg',
    'ta',
    'tt',
    'te',
    'th',
    'bo',
    'ti',
    'tr',
    'tk',
    'uk',
    'ur',
  ],
  ...['ug', 'uz', 'vi', 'cy', 'wo', 'xh', 'yi', 'yo', 'zu'],
];

const rightToLeftScripts: ReadonlySet<string> = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
]);

/** The direction in which a language is written, by its script or the one it is mostly written in (CLDR). */
export const directionOfLanguage = (tag: string): Direction => {
  if (!isLanguageTag(tag)) return 'ltr';
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
};

/** The language of a tag without region and script, in lower case: "pt" of "pt-BR". */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/** A language for people: its name in English and in itself ("German", "Deutsch"). */
export type LanguageName = { readonly tag: string; readonly english: string; readonly own: string };

const nameIn = (language: string, tag: string): string => {
  const names = new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard', fallback: 'code' });
  return names.of(tag) ?? tag;
};

/** The names of a well-formed tag; the tag itself where there is no name. */
export const languageName = (tag: string): LanguageName => ({
  tag,
  english: nameIn('en', tag),
  own: nameIn(tag, tag),
});

// Accents and case do not count: "francais" finds "français".
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The languages whose name or tag has the words of the query, names that begin with it first; all of them for an empty one.
 * A well-formed tag that is not among them is offered too when there is a name for it.
 */
export const findLanguages = (query: string, languages: readonly LanguageName[]): readonly LanguageName[] => {
  const sought = plain(query.trim());
  if (sought === '') return languages;
  const begins = ({ tag, english, own }: LanguageName): boolean =>
    [tag, english, own].some((name) => plain(name).startsWith(sought));
  const found = languages.filter(({ tag, english, own }) => plain(`${english} ${own} ${tag}`).includes(sought));
  const sorted = [...found.filter(begins), ...found.filter((each) => !begins(each))];
  if (!isLanguageTag(sought) || found.some(({ tag }) => plain(tag) === sought)) return sorted;
  const [tag = sought] = Intl.getCanonicalLocales(sought);
  const typed = languageName(tag);
  return typed.english === tag ? sorted : [...sorted, typed];
};
