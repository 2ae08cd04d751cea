import { join, joinAll, latin, latinAt, limitParts, numbersOf, uint32 } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { legacyText } from './legacy-text.ts';
import { type MetadataBlocks, type Words, wordsOf } from './metadata.ts';

/** `whole` is the chunk as it stands in the file, with length and checksum. */
type Chunk = { readonly type: string; readonly data: Uint8Array; readonly whole: Uint8Array };

const signatureLength = 8;

/** The chunks up to the end of the picture; what is cut off or lies behind it is none of it. */
const chunksOf = (bytes: Uint8Array): readonly Chunk[] => {
  const numbers = numbersOf(bytes);
  const chunks: Chunk[] = [];
  let at = signatureLength;
  while (at + 12 <= bytes.length && chunks.at(-1)?.type !== 'IEND') {
    const length = numbers.getUint32(at);
    const end = Math.min(bytes.length, at + 12 + length);
    limitParts(chunks.length);
    chunks.push({
      type: latinAt(bytes, at + 4, 4),
      data: bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length)),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return chunks;
};

const xmpKeyword = 'XML:com.adobe.xmp';

/** The keywords that are read and kept, of those of the PNG Specification, §11.3.3. */
const keywords: readonly string[] = ['Title', 'Author', 'Description', 'Copyright'];

/** A textual chunk with its keyword; `null` for one that is compressed, which is dropped unread. */
const textIn = ({ type, data }: Chunk): { readonly keyword: string; readonly text: Uint8Array } | null => {
  const end = data.indexOf(0);
  if (end < 0) return null;
  const keyword = latinAt(data, 0, Math.min(end, 79));
  if (type === 'tEXt') return { keyword, text: data.subarray(end + 1) };
  if (type !== 'iTXt' || data[end + 1] !== 0) return null;
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  return translated < 0 ? null : { keyword, text: data.subarray(translated + 1) };
};

/** The metadata of a PNG. */
export const pngBlocks = (bytes: Uint8Array): MetadataBlocks => {
  const chunks = chunksOf(bytes);
  const texts = chunks.flatMap((chunk) => textIn(chunk) ?? []);
  const saying = (wanted: string): readonly string[] =>
    texts.filter(({ keyword }) => keyword === wanted).map(({ text }) => legacyText(text));
  return {
    exif: chunks.find(({ type }) => type === 'eXIf')?.data ?? null,
    iptc: null,
    xmp: texts.find(({ keyword }) => keyword === xmpKeyword)?.text ?? null,
    text: wordsOf(keywords.map((keyword) => [keyword, saying(keyword)])),
  };
};

/**
 * Chunks beside the critical ones that say how the pixels are to be shown (PNG Specification, third edition, §11.3): colours,
 * transparency, size of a pixel, animation.
 */
const ofPixels: readonly string[] = [
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'hIST', 'tRNS', 'pHYs', 'sPLT'],
  ...['acTL', 'fcTL', 'fdAT'],
];

/** Critical chunks have an upper-case first letter. */
const isOfPixels = ({ type }: Chunk): boolean => /^[A-Z]/.test(type) || ofPixels.includes(type);

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const body = join(latin(type), data);
  return join(uint32(data.length), body, uint32(crc32(body)));
};

const textChunk = (keyword: string, text: Uint8Array): Uint8Array =>
  chunk('iTXt', join(latin(`${keyword}\0\0\0\0\0`), text));

const textChunks = (words: Words): readonly Uint8Array[] =>
  [...words].flatMap(([keyword, texts]) => texts.map((text) => textChunk(keyword, new TextEncoder().encode(text))));

/** The same pixels with this metadata and no other. */
export const pngWith = (bytes: Uint8Array, { exif, xmp, text }: MetadataBlocks): Uint8Array => {
  const [header, ...rest] = chunksOf(bytes).filter(isOfPixels);
  return joinAll([
    bytes.subarray(0, signatureLength),
    header?.whole ?? new Uint8Array(),
    ...(exif ? [chunk('eXIf', exif)] : []),
    ...(xmp ? [textChunk(xmpKeyword, xmp)] : []),
    ...textChunks(text),
    ...rest.map(({ whole }) => whole),
  ]);
};
