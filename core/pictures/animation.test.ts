import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PictureType, pictureTypes } from '../document/media.ts';
import { isMoving } from './animation.ts';

const fixture = (ending: string): Uint8Array => readFileSync(join(import.meta.dirname, 'fixtures', `press.${ending}`));

const types = Object.keys(pictureTypes) as PictureType[];

/** A PNG's animation control chunk, put before its first data. */
const moving = (): Uint8Array => {
  const png = Buffer.from(fixture('png'));
  const at = png.indexOf('IDAT') - 4;
  const control = Buffer.from('000000086163544c000000020000000000000000', 'hex');
  return Buffer.concat([png.subarray(0, at), control, png.subarray(at)]);
};

test('a still picture does not move, and a GIF counts as moving', () => {
  expect(types.filter((type) => isMoving(fixture(pictureTypes[type]), type))).toEqual(['image/gif']);
});

test('an APNG, an animated WebP and a sequence of AVIF move', () => {
  expect(isMoving(moving(), 'image/png')).toBe(true);
  const webp = Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\0\0\0\0\0\0', 'latin1');
  expect(isMoving(webp, 'image/webp')).toBe(true);
  webp[20] = 0x10;
  expect(isMoving(webp, 'image/webp')).toBe(false);
  expect(isMoving(Buffer.from('\0\0\0\x18ftypavif\0\0\0\0mif1avis', 'latin1'), 'image/avif')).toBe(true);
});

test('any bytes at all move or do not, in bounded time', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), fc.uint8Array({ maxLength: 200 }), (type, bytes) => {
      expect(typeof isMoving(bytes, type)).toBe('boolean');
    }),
  );
});
