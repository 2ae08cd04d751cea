import type { PictureType } from '../document/media.ts';
import { latinAt, numbersOf, unlessCut } from './bytes.ts';

/** In APNG the control chunk stands before the first picture data (PNG Specification, third edition, §11.3.6.1). */
const pngMoves = (bytes: Uint8Array): boolean => {
  const numbers = numbersOf(bytes);
  for (let at = 8; ; at += 12 + numbers.getUint32(at)) {
    const type = latinAt(bytes, at + 4, 4);
    if (type === 'acTL') return true;
    if (type === 'IDAT' || type === '') return false;
  }
};

const animationFlag = 0x02;

/** The flags of an extended file are its first chunk (WebP Container Specification). */
const webpMoves = (bytes: Uint8Array): boolean =>
  latinAt(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & animationFlag) !== 0;

/** A sequence names its brand, `avis`, first or among the compatible ones (AV1 Image File Format, §6). */
const avifMoves = (bytes: Uint8Array): boolean => {
  const brands = latinAt(bytes, 8, Math.min(numbersOf(bytes).getUint32(0), 256) - 8);
  return brands.match(/.{4}/gs)?.includes('avis') ?? false;
};

const moves: Readonly<Partial<Record<PictureType, (bytes: Uint8Array) => boolean>>> = {
  'image/png': pngMoves,
  'image/webp': webpMoves,
  'image/avif': avifMoves,
};

/** Whether a type of picture can move at all; the bytes tell of one. A GIF counts as moving without being looked at. */
export const mayMove = (type: PictureType): boolean => type === 'image/gif' || moves[type] !== undefined;

/** Whether a picture moves, from its bytes, which may be hostile. */
export const isMoving = (bytes: Uint8Array, type: PictureType): boolean =>
  type === 'image/gif' || (unlessCut(() => moves[type]?.(bytes)) ?? false);
