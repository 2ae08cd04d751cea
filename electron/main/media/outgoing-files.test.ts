import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import exifr from 'exifr';
import { describe, expect, test } from 'vitest';
import { type Media, type PictureType, pictureTypes, sha256Schema } from '../../../core/document/media.ts';
import type { Drawing } from '../../../core/pictures/drawing.ts';
import { defaultPictureLimits } from '../../../core/pictures/limits.ts';
import { blogIdSchema } from '../../../core/publishing/blog.ts';
import { wholeBytes } from '../../../core/publishing/byte-source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { makeOutgoingFiles, type Outgoing } from './outgoing-files.ts';
import { pictureSizeOf } from './picture-size.ts';
import { pictureTypeOf } from './picture-type.ts';

const sha256 = sha256Schema.parse('a'.repeat(64));
const blog = blogIdSchema.parse('7a2d9c54-1f0b-4c8e-8a55-5f3c1e6b9d20');

const file = (...path: readonly string[]): Uint8Array => readFileSync(join(import.meta.dirname, ...path));
const press = (ending: string): Uint8Array => file('..', '..', '..', 'core', 'pictures', 'fixtures', `press.${ending}`);

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

const bytesOf = async ({ read }: Outgoing): Promise<Uint8Array> => wholeBytes(value(await read()));

/** Pictures of a library that older versions filled: nothing was taken out of the bytes. What is drawn is the plain `drawn`. */
const outgoing = (
  bytes: Uint8Array,
  longestSide: number | null,
  drawn: Result<Uint8Array> = failed('media/not-made'),
) => {
  const type = pictureTypeOf(bytes);
  if (!type) throw new Error('A picture');
  const media: Media = {
    sha256,
    type,
    bytes: bytes.length,
    ...value(pictureSizeOf(bytes, type)),
    name: 'boats.x',
    suggestions: [],
  };
  const drawings: Drawing[] = [];
  const pictures = makeOutgoingFiles({
    rows: { get: async () => ok(media) },
    read: async () => ok(bytes),
    source: async () => failed('media/missing'),
    limitsOf: () => ({ ...defaultPictureLimits, longestSide }),
    draw: async (drawing) => {
      drawings.push(drawing);
      return drawn;
    },
  });
  return { picture: async () => value(await pictures(sha256, blog)), drawings };
};

const secrets = ['SECRET', 'Secret', 'GPS'];

describe('a picture on its way to a blog', () => {
  test.each(Object.entries(pictureTypes))(
    'of %s that came in before pictures were cleaned leaves its place here',
    async (_, ending) => {
      const given = press(ending);
      expect(Buffer.from(given).includes('SECRET')).toBe(true);
      const { picture, drawings } = outgoing(given, null);
      const bytes = Buffer.from(await bytesOf(await picture()));
      for (const secret of secrets) expect(bytes.includes(secret), secret).toBe(false);
      expect(bytes.includes('Zoë Example')).toBe(true);
      expect(drawings).toEqual([]);
    },
  );

  test('that is small enough is sent byte for byte', async () => {
    const { picture, drawings } = outgoing(file('fixtures', 'disc.jpg'), 24);
    const small = await picture();
    expect(small).toMatchObject({ width: 24, height: 16, isMade: false });
    expect(Buffer.from(await bytesOf(small)).equals(file('fixtures', 'disc.jpg'))).toBe(true);
    expect(drawings).toEqual([]);
  });

  test.each([
    ['jpg', 'disc.jpg'],
    ['png', 'disc.png'],
    ['webp', 'disc.webp'],
    ['avif', 'disc.webp'],
  ] as const)('made of a %s keeps its credit, stands upright and says nothing of its place', async (ending, drawn) => {
    const { picture, drawings } = outgoing(press(ending), 16, ok(file('fixtures', drawn)));
    const small = await picture();
    expect(Math.max(small.width, small.height)).toBe(16);
    expect(drawings).toEqual([]);
    const bytes = await bytesOf(small);
    expect(drawings).toMatchObject([{ sha256, type: small.type, quality: 82, width: small.width, cut: null }]);
    expect(pictureTypeOf(bytes)).toBe(small.type);
    expect(pictureSizeOf(bytes, small.type as PictureType)).toEqual(
      pictureSizeOf(file('fixtures', drawn), small.type as PictureType),
    );
    expect(Buffer.from(bytes).includes('Zoë Example')).toBe(true);
    for (const secret of secrets) expect(Buffer.from(bytes).includes(secret), secret).toBe(false);
    if (ending !== 'avif') {
      const read = await exifr.parse(Buffer.from(bytes), { translateValues: false }).catch(() => undefined);
      expect(read?.Orientation ?? 1).toBe(1);
    }
  });

  test('that lay on its side is drawn upright and is not turned once more', async () => {
    const { picture } = outgoing(
      file('..', '..', '..', 'core', 'pictures', 'fixtures', 'turned.jpg'),
      100,
      ok(file('fixtures', 'disc.jpg')),
    );
    const small = await picture();
    expect(small.height).toBe(100);
    const bytes = await bytesOf(small);
    expect((await exifr.parse(Buffer.from(bytes), { translateValues: false }))?.Orientation ?? 1).toBe(1);
  });

  test('that cannot be drawn is not replaced by the original: the trouble names it', async () => {
    const { picture } = outgoing(press('jpg'), 16);
    expect(await (await picture()).read()).toMatchObject({
      error: { code: 'media/not-made', params: { name: 'boats.x' } },
    });
  });

  test('that moves goes as it is', async () => {
    const { picture } = outgoing(press('gif'), 16);
    expect(await picture()).toMatchObject({ isMade: false, type: 'image/gif' });
  });
});

test('a recording goes as it is, read from the disk as it is sent', async () => {
  const media: Media = {
    sha256,
    type: 'audio/wav',
    bytes: 3,
    width: 0,
    height: 0,
    name: 'foghorn.wav',
    suggestions: [],
  };
  const files = makeOutgoingFiles({
    rows: { get: async () => ok(media) },
    read: async () => failed('app/bug'),
    source: async () =>
      ok({
        size: 3,
        read: async function* () {
          yield Uint8Array.of(1, 2, 3);
        },
      }),
    limitsOf: () => ({ ...defaultPictureLimits, longestSide: 16 }),
    draw: async () => failed('app/bug'),
  });
  const outgoing = value(await files(sha256, blog));
  expect(outgoing).toMatchObject({ type: 'audio/wav', name: 'foghorn.wav', isMade: false });
  expect(await bytesOf(outgoing)).toEqual(Uint8Array.of(1, 2, 3));
});
