import type { PictureType, Sha256 } from '../document/media.ts';
import type { Result } from '../trouble.ts';
import type { Cut } from './cut.ts';

/** What a browser can write a picture as. */
export type DrawnType = Exclude<PictureType, 'image/gif' | 'image/avif'>;

/** A picture to be drawn anew from one of the library. */
export type Drawing = {
  readonly sha256: Sha256;
  readonly type: DrawnType;
  /** 1 to 100; PNG has none. */
  readonly quality: number;
  /** The part of the upright picture that is drawn; null for all of it. */
  readonly cut: Cut | null;
  /** Of the result, in pixels. */
  readonly width: number;
  readonly height: number;
};

/**
 * Draws a picture, upright and in sRGB, without any metadata. `media/not-made` when it could not, `media/cancelled` as soon as
 * the signal is aborted.
 */
export type Draw = (drawing: Drawing, signal?: AbortSignal) => Promise<Result<Uint8Array>>;

/** The most pixels that are drawn: each takes four bytes of memory, and a small file can claim very many. */
const mostPixels = 120_000_000;

/** The longest side of a canvas in Chromium. */
const longestCanvas = 32_767;

/** Whether a picture of this size, in pixels, is drawn on this computer. */
export const isDrawable = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  width * height <= mostPixels && Math.max(width, height) <= longestCanvas;
