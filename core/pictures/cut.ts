/** Clockwise, in degrees. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

/**
 * How a picture is cut out of its original, which is upright: mirrored (left for right), then turned, then cropped. The
 * rectangle is in pixels of the turned picture.
 */
export type Cut = {
  readonly mirrored: boolean;
  readonly turn: Turn;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
