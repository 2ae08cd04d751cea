const marks: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** How far into a page its own word on its charset is looked for, in bytes; the standard says 1024, pages say it later. */
const lookedAt = 4096;

const decoderFor = (charset: string): TextDecoder | null => {
  try {
    return new TextDecoder(charset);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const markOf = (bytes: Uint8Array): string | undefined =>
  marks.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];

const fromHeader = (contentType: string): string => /charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType)?.[1] ?? '';

/** What the page says of itself in letters that all these charsets share; one that is read so is not UTF-16. */
const fromMeta = (bytes: Uint8Array): string => {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, lookedAt));
  const said = /<meta[^>]+charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(start)?.[1] ?? '';
  return /^utf-?16/i.test(said) ? 'utf-8' : said;
};

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

/**
 * The text of a page, its charset told by the byte order mark, the header, or the page itself, in that order; where none of
 * them says one that is known, it is UTF-8 if the bytes are, else windows-1252.
 * Source: https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding.
 */
export const decodePage = (bytes: Uint8Array, contentType: string): string => {
  const mark = markOf(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const named = decoderFor(fromHeader(contentType)) ?? decoderFor(fromMeta(bytes));
  return (named ?? new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')).decode(bytes);
};
