import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256Schema } from '../../../core/document/media.ts';
import { wholeOf } from '../../../core/pictures/cut.ts';
import type { Drawing } from '../../../core/pictures/drawing.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import { localClient, openTestLibrary } from '../library/testing/local-library.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { MediaStore } from './media-store.ts';
import { makePictureCutter } from './picture-cutter.ts';

const fixture = (name: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'core', 'pictures', 'fixtures', name));
const disc = readFileSync(join(import.meta.dirname, 'fixtures', 'disc.jpg'));

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** A real library and store; what is drawn is always the plain disc of 24 × 16 pixels. */
const setUp = async (name: string) => {
  const { media: rows } = localClient(openTestLibrary(temporaryFolder(), Date.now));
  const media = new MediaStore(join(temporaryFolder(), 'media'), rows);
  const drawings: Drawing[] = [];
  const cut = makePictureCutter({
    rows,
    read: (sha256) => media.read(sha256),
    add: (given, bytes) => media.addBytes(given, bytes),
    draw: async (drawing) => {
      drawings.push(drawing);
      return ok(disc);
    },
  });
  return { original: value(await media.addBytes(name, fixture(name))), media, cut, drawings };
};

describe('a picture that is cut', () => {
  test('is a new one with the words of the original, which stays', async () => {
    const { original, media, cut, drawings } = await setUp('press.jpg');
    const part = { mirrored: true, turn: 90, x: 10, y: 20, width: 24, height: 16 } as const;
    const made = value(await cut(original.sha256, part));
    expect(drawings).toEqual([
      { sha256: original.sha256, type: 'image/jpeg', quality: 95, cut: part, width: 24, height: 16 },
    ]);
    expect(made).toMatchObject({ width: 24, height: 16, name: 'press.jpg', suggestions: original.suggestions });
    expect(Buffer.from(value(await media.read(made.sha256))).includes('Zoë Example')).toBe(true);
    expect((await media.read(original.sha256)).ok).toBe(true);
  });

  test('is refused when it moves, when it is not there, and for a part that lies outside', async () => {
    const { original, cut, drawings } = await setUp('press.gif');
    expect(await cut(original.sha256, wholeOf(original))).toMatchObject({
      error: { code: 'media/moves', params: { name: 'press.gif' } },
    });
    expect(await cut(original.sha256, { ...wholeOf(original), x: 1 })).toMatchObject({
      error: { code: 'app/bad-request' },
    });
    expect(await cut(sha256Schema.parse('f'.repeat(64)), wholeOf(original))).toMatchObject({
      error: { code: 'media/missing' },
    });
    expect(drawings).toEqual([]);
  });
});
