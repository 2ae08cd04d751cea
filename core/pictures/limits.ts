import { z } from 'zod';
import type { PictureMedia, PictureType } from '../document/media.ts';
import { isDrawable } from './drawing.ts';

/** Longest sides that the settings offer, in pixels; `null` keeps pictures as large as they are. */
export const longestSides = [1024, 1600, 2048, 2560, null] as const;

/** Qualities that the settings offer, in percent of what JPEG and WebP call their best. */
export const qualities = [70, 82, 92] as const;

export const pictureLimitsSchema = z.object({
  longestSide: z.int().min(64).max(16_384).nullable(),
  quality: z.int().min(1).max(100),
});

/** How large the pictures of a blog may be: its longest side in pixels, and the quality of those that are made smaller. */
export type PictureLimits = Readonly<z.infer<typeof pictureLimitsSchema>>;

/** Of every blog until its writer says otherwise: two pixels of a good screen for each of a wide column. */
export const defaultPictureLimits: PictureLimits = { longestSide: 2048, quality: 82 };

/** A size in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** A size whose longest side is at most `side`, in the same proportions and never larger than it was. */
export const within = ({ width, height }: Size, side: number): Size => {
  const longest = Math.max(width, height);
  if (longest <= side) return { width, height };
  const scaled = (length: number): number => Math.max(1, Math.round((length * side) / longest));
  return { width: scaled(width), height: scaled(height) };
};

/** What a blog gets of a picture: the picture as it is, or a smaller one that is made of it. */
export type PicturePlan = Size & { readonly type: PictureType; readonly isMade: boolean };

/**
 * What a picture becomes within a blog's limits. One that is small enough goes as it is, and so does one that moves, which
 * would stop, and one that is too large to be drawn on this computer. Transparency is kept: only JPEG becomes JPEG. No
 * browser writes AVIF, so a large one becomes WebP.
 */
export const planPicture = (
  { type, width, height }: Pick<PictureMedia, 'type' | 'width' | 'height'>,
  { longestSide }: PictureLimits,
  isAnimated: boolean,
): PicturePlan => {
  const asItIs: PicturePlan = { type, width, height, isMade: false };
  if (longestSide === null || Math.max(width, height) <= longestSide) return asItIs;
  if (type === 'image/gif' || isAnimated || !isDrawable({ width, height })) return asItIs;
  return { ...within({ width, height }, longestSide), type: type === 'image/avif' ? 'image/webp' : type, isMade: true };
};
