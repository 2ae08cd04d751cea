import { imageSize } from 'image-size';
import type { PictureType } from '../../../core/document/media.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';

/** A picture's size as a browser shows it, in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Formats keep a side in at most 31 bits; what no browser can show (Chromium's limit is 65,535 a side) is no picture. */
const longestSide = 65_535;

/**
 * How far into a JPEG its size is looked for, in bytes. Metadata of several segments (64 kB each) comes before it;
 * hostile bytes are searched one by one.
 */
const jpegHead = 4_000_000;

/** EXIF orientations from 5 on lie on their side (Exif 2.32, tag 0x0112); browsers turn them upright. */
const firstTurned = 5;

/** Reads the header only; whether the rest can be shown, the window finds out. `media/corrupt` for hostile or cut bytes. */
export const pictureSizeOf = (bytes: Uint8Array, type: PictureType): Result<PictureSize> => {
  const head = type === 'image/jpeg' ? bytes.subarray(0, jpegHead) : bytes;
  let size: ReturnType<typeof imageSize>;
  try {
    size = imageSize(head);
  } catch (error) {
    // The package throws TypeError and RangeError at bytes that are not what they claim to be.
    return failed('media/corrupt', { detail: error instanceof Error ? error.message : String(error) });
  }
  const { width, height, orientation = 1 } = size;
  const whole = [width, height].every((side) => Number.isInteger(side) && side > 0 && side <= longestSide);
  if (!whole) return failed('media/corrupt', { detail: `A picture of ${width} × ${height} pixels` });
  return ok(orientation >= firstTurned ? { width: height, height: width } : { width, height });
};
