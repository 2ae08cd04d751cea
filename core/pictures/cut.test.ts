import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256Schema } from '../document/media.ts';
import {
  type Cut,
  isInside,
  isWhole,
  mirror,
  moveTo,
  readCut,
  resize,
  turnedSize,
  turnLeft,
  turnRight,
  turns,
  wholeOf,
  withShape,
  writeCut,
} from './cut.ts';
import type { Size } from './limits.ts';

const original = sha256Schema.parse('a'.repeat(64));
const photo: Size = { width: 300, height: 200 };

/** A size, and a cut that lies inside a picture of it. */
const cutIn = fc
  .record({
    width: fc.integer({ min: 1, max: 500 }),
    height: fc.integer({ min: 1, max: 500 }),
    turn: fc.constantFrom(...turns),
    mirrored: fc.boolean(),
  })
  .chain(({ turn, mirrored, ...size }) => {
    const whole = turnedSize(size, turn);
    return fc
      .tuple(fc.integer({ min: 1, max: whole.width }), fc.integer({ min: 1, max: whole.height }))
      .chain(([width, height]) =>
        fc
          .tuple(fc.integer({ min: 0, max: whole.width - width }), fc.integer({ min: 0, max: whole.height - height }))
          .map(([x, y]): readonly [Size, Cut] => [size, { turn, mirrored, x, y, width, height }]),
      );
  });

describe('a cut', () => {
  test('takes the same part with it when the picture is turned or mirrored', () => {
    const corner: Cut = { mirrored: false, turn: 0, x: 0, y: 0, width: 30, height: 20 };
    // The upper left corner goes to the upper right one, then to the lower right one.
    expect(turnRight(corner, photo)).toEqual({ mirrored: false, turn: 90, x: 180, y: 0, width: 20, height: 30 });
    expect(turnRight(turnRight(corner, photo), photo)).toEqual({ ...corner, turn: 180, x: 270, y: 180 });
    expect(mirror(corner, photo)).toEqual({ ...corner, mirrored: true, x: 270 });
    // What is seen lies on its right side; mirrored, its left side is up, which is a turn to the left of the mirrored picture.
    expect(mirror(turnRight(corner, photo), photo)).toEqual({
      mirrored: true,
      turn: 270,
      x: 0,
      y: 0,
      width: 20,
      height: 30,
    });
  });

  test('comes back by four turns, by a turn the other way, and by being mirrored twice', () => {
    fc.assert(
      fc.property(cutIn, ([size, cut]) => {
        const again = (it: Cut): Cut => turnRight(it, size);
        expect(again(again(again(again(cut))))).toEqual(cut);
        expect(turnLeft(again(cut), size)).toEqual(cut);
        expect(mirror(mirror(cut, size), size)).toEqual(cut);
        for (const each of [again(cut), mirror(cut, size)]) expect(isInside(each, size)).toBe(true);
      }),
    );
  });

  test('stays inside the picture, however it is moved and resized, and keeps its shape', () => {
    const move = fc.integer({ min: -600, max: 600 });
    const moves = fc.oneof(
      fc.record({ left: move, top: move }),
      fc.record({ right: move, bottom: move }),
      fc.record({ left: move, bottom: move }),
      fc.record({ right: move, top: move }),
    );
    fc.assert(
      fc.property(cutIn, move, move, moves, fc.constantFrom(null, 1, 16 / 9, 3 / 4), ([size, cut], x, y, by, shape) => {
        for (const each of [moveTo(cut, size, x, y), resize(cut, size, by, shape), withShape(cut, size, shape)]) {
          expect(isInside(each, size)).toBe(true);
          expect(Math.min(each.width, each.height, each.x + 1, each.y + 1)).toBeGreaterThan(0);
        }
        const { width, height } = resize(cut, size, by, shape);
        if (shape !== null) expect(Math.abs(width - height * shape)).toBeLessThanOrEqual(Math.max(1, shape));
      }),
    );
  });

  test('keeps the corner that is not moved', () => {
    const cut: Cut = { mirrored: false, turn: 0, x: 100, y: 50, width: 100, height: 100 };
    expect(resize(cut, photo, { left: 20, top: -30 }, null)).toEqual({ ...cut, x: 120, y: 20, width: 80, height: 130 });
    expect(resize(cut, photo, { left: -50, top: -20 }, 1)).toEqual({ ...cut, x: 80, y: 30, width: 120, height: 120 });
    expect(resize(cut, photo, { right: 999 }, null)).toEqual({ ...cut, width: 200 });
    expect(resize(cut, photo, { bottom: -999 }, null)).toEqual({ ...cut, height: 16 });
  });

  test('of everything changes nothing', () => {
    expect(isWhole(wholeOf(photo), photo)).toBe(true);
    expect(isWhole(mirror(wholeOf(photo), photo), photo)).toBe(false);
    expect(isWhole({ ...wholeOf(photo), width: 299 }, photo)).toBe(false);
    expect(withShape(wholeOf(photo), photo, 1)).toEqual({ ...wholeOf(photo), x: 50, width: 200 });
  });

  test('is read as it was written, and what is no cut is none', () => {
    fc.assert(
      fc.property(cutIn, ([, cut]) => {
        expect(readCut(writeCut({ original, cut }))).toEqual({ original, cut });
      }),
    );
    for (const text of [
      null,
      7,
      '',
      original,
      `${original} m 45 0 0 10 10`,
      `${original} - 0 0 0 0 10`,
      `${original} - 0 -1 0 9 9`,
    ]) {
      expect(readCut(text)).toBeNull();
    }
  });
});
