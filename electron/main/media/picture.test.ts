import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PictureType, pictureTypes } from '../../../core/document/media.ts';
import { pictureSizeOf } from './picture-size.ts';
import { pictureTypeOf } from './picture-type.ts';

const signatures: Readonly<Record<PictureType, Buffer>> = {
  'image/jpeg': Buffer.from('ffd8ffe0', 'hex'),
  'image/png': Buffer.from('89504e470d0a1a0a', 'hex'),
  'image/gif': Buffer.from('GIF89a'),
  'image/webp': Buffer.from('RIFF\0\0\0\0WEBPVP8 '),
  'image/avif': Buffer.from('\0\0\0\x14ftypavif\0\0\0\0avif', 'latin1'),
};

/** A box of an ISO media file: size, name, content. */
const box = (name: string, ...content: readonly Buffer[]): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0));
  return Buffer.concat([size, Buffer.from(name), ...content]);
};
const uint32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => {
    bytes.writeUInt32BE(value, 4 * index);
  });
  return bytes;
};
const avif = (width: number, height: number, brand = 'avif'): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from(brand), uint32(0), Buffer.from('mif1avif')),
    box('meta', uint32(0), box('iprp', box('ipco', box('ispe', uint32(0, width, height))))),
  ]);

/** A JPEG whose EXIF block says how the camera was held. */
const turned = (orientation: number): Buffer => {
  const jpeg = readFileSync(join(import.meta.dirname, 'fixtures/disc.jpg'));
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.from('ffe10000', 'hex');
  head.writeUInt16BE(content.length + 2, 2);
  const startOfFrame = jpeg.indexOf(Buffer.from('ffdb', 'hex'));
  return Buffer.concat([jpeg.subarray(0, 20), head, content, jpeg.subarray(startOfFrame)]);
};

describe('a picture from its bytes', () => {
  test('AVIF is known by its brand, also as a compatible one; HEIC is not taken', () => {
    expect(pictureTypeOf(avif(640, 480))).toBe('image/avif');
    expect(pictureTypeOf(avif(640, 480, 'mif1'))).toBe('image/avif');
    expect(pictureTypeOf(box('ftyp', Buffer.from('heic'), uint32(0), Buffer.from('mif1heic')))).toBeNull();
    for (const picture of [avif(640, 480), avif(640, 480, 'mif1')]) {
      expect(pictureSizeOf(picture, 'image/avif')).toEqual({ ok: true, value: { width: 640, height: 480 } });
    }
  });

  test('a picture taken sideways has the size that is seen', () => {
    expect(pictureSizeOf(turned(1), 'image/jpeg')).toEqual({ ok: true, value: { width: 24, height: 16 } });
    expect(pictureSizeOf(turned(6), 'image/jpeg')).toEqual({ ok: true, value: { width: 16, height: 24 } });
  });

  test.each([
    [0, 480],
    [70_000, 480],
    [4_294_967_295, 4_294_967_295],
  ])('a size of %i × %i is media/corrupt', (width, height) => {
    expect(pictureSizeOf(avif(width, height), 'image/avif')).toMatchObject({ error: { code: 'media/corrupt' } });
  });

  test('50 MB of hostile JPEG are refused in bounded time', () => {
    const hostile = Buffer.alloc(50_000_000);
    signatures['image/jpeg'].copy(hostile);
    const start = performance.now();
    expect(pictureSizeOf(hostile, 'image/jpeg')).toMatchObject({ error: { code: 'media/corrupt' } });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('whatever follows a signature is a size or a trouble, never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(pictureTypes) as PictureType[])),
        fc.uint8Array({ maxLength: 400 }),
        (type, rest) => {
          const bytes = Buffer.concat([signatures[type], rest]);
          expect(pictureTypeOf(bytes)).toBe(type);
          const size = pictureSizeOf(bytes, type);
          expect(size.ok ? size.value.width > 0 && size.value.height > 0 : size.error.code).toBe(
            size.ok ? true : 'media/corrupt',
          );
        },
      ),
    );
  });

  test('any bytes at all are a known type or none', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void pictureTypeOf(bytes)));
  });
});
