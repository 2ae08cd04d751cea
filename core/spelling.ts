import { isLanguageTag } from './document/language-tag.ts';
import { primaryLanguage } from './document/languages.ts';

/**
 * Whether words are checked and with what.
 * `off`: the writer does not want it, or no post is open. `system`: the system's own checker does it. `none`: there is no
 * dictionary of the language. `ask`, `declined`: its dictionary may not be fetched yet, or not. `loading`, `ready`, `failed`: it
 * may; `failed` means that it could not be fetched.
 */
export type SpellingStatus = 'off' | 'system' | 'none' | 'ask' | 'declined' | 'loading' | 'ready' | 'failed';

/** How spelling is checked in the open post. */
export type Spelling = {
  /** The post's language (BCP 47); empty while none is open. */
  readonly language: string;
  /** The engine's name of the dictionary; null where it needs or has none. */
  readonly dictionary: string | null;
  readonly status: SpellingStatus;
};

/** Nothing is checked. */
export const spellingOff: Spelling = { language: '', dictionary: null, status: 'off' };

// Where a region has no dictionary of its own, another region's may do; in some languages it matters which.
const nearest = (locale: Intl.Locale): string => {
  const { language, region } = locale.maximize();
  if (language === 'en') return region === 'US' ? 'en-US' : 'en-GB';
  if (language === 'pt') return region === 'BR' ? 'pt-BR' : 'pt-PT';
  return language === 'no' ? 'nb' : primaryLanguage(locale.baseName);
};

/**
 * The dictionary for a language (BCP 47) among those that the engine knows: its own, else the nearest in the same script;
 * null where there is none.
 */
export const dictionaryFor = (language: string, available: readonly string[]): string | null => {
  if (!isLanguageTag(language)) return null;
  const locale = new Intl.Locale(language);
  if (available.includes(locale.baseName) && !['en', 'pt'].includes(locale.baseName)) return locale.baseName;
  const other = nearest(locale);
  const sameScript = locale.maximize().script === new Intl.Locale(other).maximize().script;
  return sameScript && available.includes(other) ? other : null;
};
