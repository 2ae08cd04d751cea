import { join, joinAll, latin, latinAt, limitParts, numbersOf, uint32Backwards } from './bytes.ts';
import { type MetadataBlocks, noWords } from './metadata.ts';

type Chunk = { readonly type: string; readonly data: Uint8Array };

const headerLength = 12;

/** The chunks inside the RIFF frame (WebP Container Specification). What is cut off or lies behind it is none of it. */
const chunksOf = (bytes: Uint8Array): readonly Chunk[] => {
  const numbers = numbersOf(bytes);
  const end = Math.min(bytes.length, 8 + numbers.getUint32(4, true));
  const chunks: Chunk[] = [];
  let at = headerLength;
  while (at + 8 <= end) {
    const length = numbers.getUint32(at + 4, true);
    limitParts(chunks.length);
    chunks.push({ type: latinAt(bytes, at, 4), data: bytes.subarray(at + 8, Math.min(at + 8 + length, end)) });
    at += 8 + length + (length % 2);
  }
  return chunks;
};

const exifType = 'EXIF';
const xmpType = 'XMP ';
const exifSign = 'Exif\0\0';

/** Some writers put JPEG's signature before the block. */
const unsigned = (exif: Uint8Array): Uint8Array =>
  latinAt(exif, 0, exifSign.length) === exifSign ? exif.subarray(exifSign.length) : exif;

/** The metadata of a WebP picture. */
export const webpBlocks = (bytes: Uint8Array): MetadataBlocks => {
  const chunks = chunksOf(bytes);
  const exif = chunks.find(({ type }) => type === exifType)?.data;
  const xmp = chunks.find(({ type }) => type === xmpType)?.data;
  return { exif: exif ? unsigned(exif) : null, xmp: xmp ?? null, iptc: null, text: noWords };
};

const ofPixels: readonly string[] = ['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];

const chunk = ({ type, data }: Chunk): Uint8Array =>
  join(latin(type), uint32Backwards(data.length), data, new Uint8Array(data.length % 2));

const exifFlag = 0x08;
const xmpFlag = 0x04;

/** Width and height are 14 bits each, after the start code of a key frame (RFC 6386, §9.1). */
const lossySize = (data: Uint8Array): readonly [number, number] => {
  const numbers = numbersOf(data);
  return [numbers.getUint16(6, true) & 0x3fff, numbers.getUint16(8, true) & 0x3fff];
};

/** Width and height less one are 14 bits each, after the signature (WebP Lossless Bitstream Specification, §3). */
const losslessSize = (data: Uint8Array): readonly [number, number] => {
  const bits = numbersOf(data).getUint32(1, true);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
};

const alphaFlag = 0x10;
const losslessAlpha = 0x10;

/** The same picture as an extended file, the only one with a place for metadata; one that is extended comes out as it went in. */
export const extendedWebp = (bytes: Uint8Array): Uint8Array => {
  const [first] = chunksOf(bytes);
  if (!first || !['VP8 ', 'VP8L'].includes(first.type)) return bytes;
  const isLossless = first.type === 'VP8L';
  const [width, height] = isLossless ? losslessSize(first.data) : lossySize(first.data);
  const flags = isLossless && ((first.data[4] ?? 0) & losslessAlpha) !== 0 ? alphaFlag : 0;
  const size = [width - 1, height - 1].map((side) => uint32Backwards(side).subarray(0, 3));
  const header = chunk({ type: 'VP8X', data: joinAll([Uint8Array.of(flags, 0, 0, 0), ...size]) });
  const body = join(latin('WEBP'), header, bytes.subarray(headerLength));
  return join(latin('RIFF'), uint32Backwards(body.length), body);
};

/** The same pixels with this metadata and no other. Only an extended file (VP8X) can have any. */
export const webpWith = (bytes: Uint8Array, { exif, xmp }: MetadataBlocks): Uint8Array => {
  const chunks = chunksOf(bytes);
  const extended = chunks.find(({ type }) => type === 'VP8X');
  const flags = (extended?.data[0] ?? 0) & ~(exifFlag | xmpFlag);
  const header: readonly Chunk[] = extended
    ? [
        {
          type: 'VP8X',
          data: join(Uint8Array.of(flags | (exif ? exifFlag : 0) | (xmp ? xmpFlag : 0)), extended.data.subarray(1)),
        },
      ]
    : [];
  const metadata: readonly Chunk[] = extended
    ? [...(exif ? [{ type: exifType, data: exif }] : []), ...(xmp ? [{ type: xmpType, data: xmp }] : [])]
    : [];
  const kept = chunks.filter(({ type }) => ofPixels.includes(type));
  const body = joinAll([latin('WEBP'), ...[...header, ...kept, ...metadata].map(chunk)]);
  return join(latin('RIFF'), uint32Backwards(body.length), body);
};
