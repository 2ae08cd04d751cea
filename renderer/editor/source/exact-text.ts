/**
 * Signs that HTML does not keep where they stand: white space is joined and cut, a carriage return becomes a line feed,
 * NUL is dropped. The source spells them as references; while a tree is printed or read they are a noncharacter with
 * the letter of the sign, so that nothing takes them for white space.
 */
const mark = '\u{fdd4}';

const signs: readonly { readonly sign: string; readonly letter: string; readonly reference: string }[] = [
  { sign: ' ', letter: 's', reference: '&#32;' },
  { sign: '\t', letter: 't', reference: '&#9;' },
  { sign: '\n', letter: 'n', reference: '&#10;' },
  { sign: '\f', letter: 'f', reference: '&#12;' },
  { sign: '\r', letter: 'r', reference: '&#13;' },
  { sign: '\0', letter: 'z', reference: '&#0;' },
  { sign: mark, letter: 'm', reference: '&#xFDD4;' },
];

const always = /[\t\n\f\r\0\u{fdd4}]/u;
const whiteSpace = /[ \t\n\f\r]/;

/** A sign that HTML keeps nowhere, as it goes into a tree that is printed. */
const kept = (sign: string): string => {
  const known = signs.find((each) => each.sign === sign);
  return known ? mark + known.letter : sign;
};

/**
 * Words of a line as they go into a tree that is printed: white space stays white space only between two words.
 * `before` and `after` are the signs around the words on the same line, empty at its ends.
 */
export const exactWords = (words: string, before: string, after: string): string =>
  [...words]
    .map((sign, index, all) => {
      const beside = [all[index - 1] ?? before, all[index + 1] ?? after];
      const between = beside.every((each) => each !== '' && !whiteSpace.test(each));
      return always.test(sign) || (sign === ' ' && !between) ? kept(sign) : sign;
    })
    .join('');

/** Text in which lines and spaces count (code, attributes): only what HTML never keeps is taken out. */
export const exactLines = (text: string): string => text.replace(/[\f\r\0\u{fdd4}]|^\n/gu, (sign) => kept(sign));

/** What was printed of such a tree, with references in the places of the noncharacters. */
export const withReferences = (html: string): string =>
  html.replace(/\u{fdd4}(.)/gu, (_, letter) => signs.find((each) => each.letter === letter)?.reference ?? '');

/** HTML that is to be read: references to such signs become noncharacters, which no parser touches. */
export const withoutReferences = (html: string): string =>
  html.replace(/&#(?:(\d{1,8})|x([\da-f]{1,8}));/gi, (reference, decimal: string | undefined, hexadecimal) => {
    const code = decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    const known = signs.find(({ sign }) => sign.codePointAt(0) === code);
    return known ? mark + known.letter : reference;
  });

/** Text that was read, with the signs themselves again. */
export const plainWords = (text: string): string =>
  text.replace(/\u{fdd4}(.)/gu, (pair, letter) => signs.find((each) => each.letter === letter)?.sign ?? pair);
