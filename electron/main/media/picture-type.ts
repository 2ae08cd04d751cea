import type { PictureType } from '../../../core/document/media.ts';
import type { TroubleCode } from '../../../core/trouble.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Brands in the first box of an ISO media file: the main one and those it is compatible with. */
const brandsOf = (bytes: Uint8Array): readonly string[] => {
  if (ascii(bytes, 4, 8) !== 'ftyp') return [];
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands = [ascii(bytes, 8, 12)];
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 256); at += 4) brands.push(ascii(bytes, at, at + 4));
  return brands;
};

/**
 * What the first bytes say a file is, whatever its name says; null for anything but the pictures we take in. The
 * signatures are those of the WHATWG MIME Sniffing Standard, §6.1; AVIF's is its brand (ISO/IEC 23000-22).
 */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | null => {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6))) return 'image/gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 14) === 'WEBPVP') return 'image/webp';
  return brandsOf(bytes).includes('avif') ? 'image/avif' : null;
};

/** Brands of pictures in HEVC (ISO/IEC 23008-12, annex B.4), as phones take them. */
const heicBrands: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];

/** How far into a file its first element is looked for, in bytes: comments and a document type may come before it. */
const drawingHead = 4096;

/** What is wrong with a picture that is known and not taken in; null for anything else. */
export const refusedFormatOf = (bytes: Uint8Array): TroubleCode | null => {
  if (brandsOf(bytes).some((brand) => heicBrands.includes(brand))) return 'media/heic';
  const head = new TextDecoder().decode(bytes.subarray(0, drawingHead)).trimStart();
  return head.startsWith('<') && /<svg[\s>]/i.test(head) ? 'media/svg' : null;
};
