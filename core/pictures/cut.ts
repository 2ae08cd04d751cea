import { z } from 'zod';
import { isSha256, type Sha256 } from '../document/media.ts';
import type { Size } from './limits.ts';

/** Clockwise, in degrees. */
export const turns = [0, 90, 180, 270] as const;
export type Turn = (typeof turns)[number];

export const cutSchema = z.object({
  mirrored: z.boolean(),
  turn: z.literal(turns),
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
});

/**
 * How a picture is cut out of its original, which is upright: mirrored (left for right), then turned, then cropped. The
 * rectangle is in pixels of the turned picture.
 */
export type Cut = Readonly<z.infer<typeof cutSchema>>;

/** The smallest side of a cut that the window makes, in pixels; a smaller picture can only be cut whole. */
export const smallestCut = 16;

/** The size of a picture after it was turned. */
export const turnedSize = ({ width, height }: Size, turn: Turn): Size =>
  turn === 90 || turn === 270 ? { width: height, height: width } : { width, height };

/** A cut that changes nothing. */
export const wholeOf = ({ width, height }: Size): Cut => ({ mirrored: false, turn: 0, x: 0, y: 0, width, height });

/** Whether a cut lies inside a picture of this size. */
export const isInside = (cut: Cut, original: Size): boolean => {
  const { width, height } = turnedSize(original, cut.turn);
  return cut.x + cut.width <= width && cut.y + cut.height <= height;
};

/** Whether a cut leaves a picture as it is. */
export const isWhole = (cut: Cut, { width, height }: Size): boolean =>
  !cut.mirrored && cut.turn === 0 && cut.width === width && cut.height === height;

/** Turns the picture, as it is seen, by 90° to the right; the same part of it stays. */
export const turnRight = (cut: Cut, original: Size): Cut => {
  const { height } = turnedSize(original, cut.turn);
  const turn = turns[(turns.indexOf(cut.turn) + 1) % turns.length] ?? 0;
  return { ...cut, turn, x: height - cut.y - cut.height, y: cut.x, width: cut.height, height: cut.width };
};

/** Turns the picture, as it is seen, by 90° to the left. */
export const turnLeft = (cut: Cut, original: Size): Cut =>
  turnRight(turnRight(turnRight(cut, original), original), original);

/** Mirrors the picture, as it is seen, left for right. */
export const mirror = (cut: Cut, original: Size): Cut => {
  const { width } = turnedSize(original, cut.turn);
  const turn = turns[(turns.length - turns.indexOf(cut.turn)) % turns.length] ?? 0;
  return { ...cut, mirrored: !cut.mirrored, turn, x: width - cut.x - cut.width };
};

const between = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, Math.round(value)));

/** The rectangle as a whole at another place, as far as the picture goes. */
export const moveTo = (cut: Cut, original: Size, x: number, y: number): Cut => {
  const { width, height } = turnedSize(original, cut.turn);
  return { ...cut, x: between(x, 0, width - cut.width), y: between(y, 0, height - cut.height) };
};

/** The largest rectangle of a shape (width by height) that begins at a corner, within a size. */
const shaped = ({ width, height }: Size, shape: number | null): Size => {
  if (shape === null) return { width, height };
  const byWidth = Math.round(width / shape);
  return byWidth <= height
    ? { width, height: Math.max(1, byWidth) }
    : { width: Math.max(1, Math.round(height * shape)), height };
};

/** By how many pixels each edge of a rectangle moves, to the right or down. */
export type EdgeMoves = Readonly<Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>>;

/**
 * Moves edges of the rectangle, each as far as the picture and the smallest size let it. With a shape (width by height) the
 * rectangle is the largest of it that fits between them; the corner that does not move stays.
 */
export const resize = (cut: Cut, original: Size, moves: EdgeMoves, shape: number | null): Cut => {
  const whole = turnedSize(original, cut.turn);
  const least = { width: Math.min(smallestCut, whole.width), height: Math.min(smallestCut, whole.height) };
  const [endX, endY] = [cut.x + cut.width, cut.y + cut.height];
  const left = between(cut.x + (moves.left ?? 0), 0, endX - least.width);
  const top = between(cut.y + (moves.top ?? 0), 0, endY - least.height);
  const right = between(endX + (moves.right ?? 0), left + least.width, whole.width);
  const bottom = between(endY + (moves.bottom ?? 0), top + least.height, whole.height);
  const { width, height } = shaped({ width: right - left, height: bottom - top }, shape);
  return {
    ...cut,
    width,
    height,
    x: moves.left === undefined ? left : right - width,
    y: moves.top === undefined ? top : bottom - height,
  };
};

/** The largest rectangle of a shape in the middle of the picture as it is turned; all of it for none. */
export const withShape = (cut: Cut, original: Size, shape: number | null): Cut => {
  const whole = turnedSize(original, cut.turn);
  const { width, height } = shaped(whole, shape);
  return {
    ...cut,
    width,
    height,
    x: Math.floor((whole.width - width) / 2),
    y: Math.floor((whole.height - height) / 2),
  };
};

/** What a figure keeps of its cut: the picture it was cut from, and how. */
export type CutFrom = { readonly original: Sha256; readonly cut: Cut };

/** As text, in one attribute: hash, `m` for mirrored or `-`, turn, and the rectangle. */
export const writeCut = ({ original, cut }: CutFrom): string =>
  [original, cut.mirrored ? 'm' : '-', cut.turn, cut.x, cut.y, cut.width, cut.height].join(' ');

/** Null for what is no cut; documents may be hostile. */
export const readCut = (text: unknown): CutFrom | null => {
  if (typeof text !== 'string' || !/^[0-9a-f]{64} [m-](?: \d{1,5}){5}$/.test(text)) return null;
  const [original, mirrored, ...numbers] = text.split(' ');
  const [turn, x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
  const known = turns.find((each) => each === turn);
  if (!isSha256(original) || known === undefined || width < 1 || height < 1) return null;
  return { original, cut: { mirrored: mirrored === 'm', turn: known, x, y, width, height } };
};
