/** An opening and a closing sign, with the space that belongs to them. */
type Pair = readonly [open: string, close: string];

/** The quotation marks of a language; `inner` are those of a quotation within one. */
export type Quotes = { readonly outer: Pair; readonly inner: Pair };

/** Narrow no-break space (U+202F), which French sets inside of its quotation marks. */
const narrow = '\u202f';

const english: Quotes = { outer: ['“', '”'], inner: ['‘', '’'] };
const german: Quotes = { outer: ['„', '“'], inner: ['‚', '‘'] };
const polish: Quotes = { outer: ['„', '”'], inner: ['‚', '’'] };
const swedish: Quotes = { outer: ['”', '”'], inner: ['’', '’'] };
const swiss: Quotes = { outer: ['«', '»'], inner: ['‹', '›'] };
const spanish: Quotes = { outer: ['«', '»'], inner: ['‘', '’'] };
const russian: Quotes = { outer: ['«', '»'], inner: ['‚', '‘'] };
const french: Quotes = { outer: [`«${narrow}`, `${narrow}»`], inner: ['‘', '’'] };

/**
 * Quotation marks by language, as CLDR's `delimiters` and the languages' own style guides have them. A tag with a region
 * stands before its language; what is not here is written as English is.
 */
const quotesByLanguage: Readonly<Record<string, Quotes>> = {
  bg: german,
  ca: spanish,
  cs: german,
  da: swedish,
  de: german,
  'de-ch': swiss,
  'de-li': swiss,
  el: spanish,
  es: spanish,
  et: german,
  fi: swedish,
  fr: french,
  'fr-ch': swiss,
  hr: polish,
  hu: polish,
  is: german,
  it: spanish,
  lt: german,
  nb: spanish,
  nn: spanish,
  no: spanish,
  pl: polish,
  'pt-pt': spanish,
  ro: polish,
  ru: russian,
  be: russian,
  sk: german,
  sl: german,
  sr: polish,
  sv: swedish,
  uk: spanish,
};

/** The quotation marks of a language tag (BCP 47, in any case); English ones for languages that are not known. */
export const quotesOf = (language: string): Quotes => {
  const tag = language.toLowerCase();
  const [primary = ''] = tag.split('-');
  const region = tag.split('-').find((part, index) => index > 0 && /^[a-z]{2}$/.test(part));
  return quotesByLanguage[`${primary}-${region}`] ?? quotesByLanguage[primary] ?? english;
};

/** Signs of the keyboard that may become others. */
export const plainSigns: ReadonlySet<string> = new Set(['"', "'", '-', '.']);

/** What a typed sign becomes: `text` takes its place and that of `before` characters in front of it. */
export type Typeset = { readonly before: number; readonly text: string };

const startsWords = /(?:^|[\s([{<¿¡/])$/;

/** Whether the last quotation that was opened in this text is still open. */
const isOpen = (text: string, [open, close]: Pair): boolean => {
  const [opening, closing] = [open.trim(), close.trim()];
  if (opening === closing) return (text.split(opening).length - 1) % 2 === 1;
  return text.lastIndexOf(opening) > text.lastIndexOf(closing);
};

/**
 * Whether a quotation mark typed here begins a quotation: before words, right inside another one, and after a dash or
 * an elision (d’«ici») where there is none to close.
 */
const opens = (text: string, pair: Pair, around: Pair): boolean => {
  if (startsWords.test(text)) return true;
  if (/[–—’]$/.test(text) && !text.endsWith(pair[1])) return !isOpen(text, pair);
  return text.endsWith(around[0]) && isOpen(text, around);
};

const singleQuote = (text: string, { outer, inner }: Quotes): string => {
  if (opens(text, inner, outer)) return inner[0];
  // Within words it is an apostrophe, which is the same sign in every language.
  return isOpen(text, inner) && inner[0] !== inner[1] ? inner[1] : '’';
};

/**
 * What a sign of the keyboard becomes after `text`, which is the line up to the caret (or its last few hundred
 * characters): quotation marks and apostrophes, `--` a dash and `---` a long one, `...` an ellipsis. Null when it stays;
 * hyphens at the start of a line do, since three of them make a divider.
 */
export const typeset = (sign: string, text: string, quotes: Quotes): Typeset | null => {
  if (sign === '"') return { before: 0, text: quotes.outer[opens(text, quotes.outer, quotes.inner) ? 0 : 1] };
  if (sign === "'") return { before: 0, text: singleQuote(text, quotes) };
  if (sign === '.') return /(?:^|[^.])\.\.$/.test(text) ? { before: 2, text: '…' } : null;
  if (sign === '-' && text.endsWith('–')) return { before: 1, text: '—' };
  return sign === '-' && /[^-!]-$/.test(text) ? { before: 1, text: '–' } : null;
};
