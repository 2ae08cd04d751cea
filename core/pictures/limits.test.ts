import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PictureType, pictureTypes } from '../document/media.ts';
import { defaultPictureLimits, type PictureLimits, planPicture, within } from './limits.ts';

const to = (longestSide: number | null): PictureLimits => ({ ...defaultPictureLimits, longestSide });
const photo = { type: 'image/jpeg', width: 4000, height: 3000 } as const;

describe('a picture within the limits of a blog', () => {
  test('is made smaller in its proportions, standing or lying', () => {
    expect(planPicture(photo, to(1600), false)).toEqual({
      type: 'image/jpeg',
      width: 1600,
      height: 1200,
      isMade: true,
    });
    expect(within({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 });
    expect(within({ width: 20_000, height: 3 }, 1600)).toEqual({ width: 1600, height: 1 });
  });

  test('goes as it is when it is small enough, when the blog takes all, and when it moves', () => {
    const asItIs = { ...photo, isMade: false };
    expect(planPicture(photo, to(4000), false)).toEqual(asItIs);
    expect(planPicture(photo, to(null), false)).toEqual(asItIs);
    for (const type of ['image/png', 'image/webp', 'image/avif'] as const) {
      expect(planPicture({ ...photo, type }, to(1600), true)).toEqual({ ...asItIs, type });
    }
    expect(planPicture({ ...photo, type: 'image/gif' }, to(1600), false).isMade).toBe(false);
  });

  test('goes as it is when it has more pixels than are drawn here', () => {
    expect(planPicture({ type: 'image/png', width: 65_000, height: 65_000 }, to(1600), false).isMade).toBe(false);
  });

  test('keeps what can be transparent in a format that can', () => {
    const typeOf = (type: PictureType): PictureType => planPicture({ ...photo, type }, to(1600), false).type;
    expect((Object.keys(pictureTypes) as PictureType[]).map(typeOf)).toEqual([
      'image/jpeg',
      'image/png',
      'image/gif',
      'image/webp',
      'image/webp',
    ]);
  });

  test('is never larger than it was, never above the limit, and never nothing', () => {
    const side = fc.integer({ min: 1, max: 65_535 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 64, max: 16_384 }), (width, height, limit) => {
        const plan = planPicture({ type: 'image/jpeg', width, height }, to(limit), false);
        expect(Math.min(plan.width, plan.height)).toBeGreaterThan(0);
        expect(plan.width <= width && plan.height <= height).toBe(true);
        if (plan.isMade) expect(Math.max(plan.width, plan.height)).toBe(limit);
      }),
    );
  });
});
