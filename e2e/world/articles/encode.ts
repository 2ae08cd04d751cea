/** Charsets in which pages are served. */
export type Charset =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1250'
  | 'windows-1251'
  | 'windows-1252'
  | 'windows-1256'
  | 'iso-8859-1'
  | 'iso-8859-2'
  | 'iso-8859-7'
  | 'iso-8859-9'
  | 'iso-8859-15'
  | 'koi8-r'
  | 'koi8-u'
  | 'shift_jis'
  | 'euc-jp'
  | 'gbk'
  | 'gb18030'
  | 'big5'
  | 'euc-kr';

const tables = new Map<Charset, ReadonlyMap<string, readonly number[]>>();

/** What each character is in bytes, found by decoding everything that one or two bytes can be. */
const tableOf = (charset: Charset): ReadonlyMap<string, readonly number[]> => {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(charset, { fatal: true });
  const add = (...bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(new Uint8Array(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  };
  for (let one = 0; one < 256; one += 1) add(one);
  for (let one = 0x81; one < 256; one += 1) for (let two = 0x40; two < 256; two += 1) add(one, two);
  tables.set(charset, table);
  return table;
};

/** Text in a legacy charset, as old systems write it; a character that it has not becomes a numeric reference. */
export const encode = (text: string, charset: Charset): Uint8Array => {
  if (charset === 'utf-8') return new TextEncoder().encode(text);
  if (charset === 'utf-16le' || charset === 'utf-16be') {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return new Uint8Array(charset === 'utf-16be' ? bytes.swap16() : bytes);
  }
  const table = tableOf(charset);
  const bytes: number[] = [];
  for (const character of text) {
    const known = table.get(character);
    if (known) bytes.push(...known);
    else bytes.push(...new TextEncoder().encode(`&#${character.codePointAt(0)};`));
  }
  return new Uint8Array(bytes);
};
