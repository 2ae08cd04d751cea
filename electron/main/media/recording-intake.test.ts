import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { maxPieceBytes } from '../../../core/recordings/added-recording.ts';
import { maxRecordingBytes } from '../../../core/recordings/recording-types.ts';
import { box, mp4, text, wav, webm } from '../../../core/recordings/testing/files.ts';
import type { Result } from '../../../core/trouble.ts';
import { localClient, openTestLibrary } from '../library/testing/local-library.ts';
import { mountDisk } from '../library/testing/mounts.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { MediaStore } from './media-store.ts';
import { makeRecordingIntake } from './recording-intake.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const intakeIn = (folder: string) => {
  const media = new MediaStore(join(folder, 'media'), localClient(openTestLibrary(folder)).media);
  const incoming = join(folder, 'media', 'incoming');
  return { media, incoming, intake: makeRecordingIntake(incoming, media) };
};

type Intake = ReturnType<typeof makeRecordingIntake>;

/** Takes all pieces of a chosen file, as the window does. */
const takeAll = async (intake: Intake, taking: string): Promise<number> => {
  for (let pieces = 1; ; pieces += 1) if (value(await intake.take(taking, null)).whole) return pieces;
};

const takeFile = async (intake: Intake, file: string) => {
  const { taking } = value(await intake.beginFile(file));
  await takeAll(intake, taking);
  return intake.finish(taking);
};

/** Sound of a little more than two pieces. */
const long = wav(Math.ceil((2 * maxPieceBytes) / 8000) + 1);

describe('a video or audio file', () => {
  test('is copied in pieces under its hash, and the original may vanish', async () => {
    const folder = temporaryFolder();
    const { media, incoming, intake } = intakeIn(folder);
    const file = join(folder, 'Foghorn at six.wav');
    writeFileSync(file, long);
    const { taking, name, bytes } = value(await intake.beginFile(file));
    expect({ name, bytes }).toEqual({ name: 'Foghorn at six.wav', bytes: long.length });
    expect(await takeAll(intake, taking)).toBe(3);
    const added = value(await intake.finish(taking));
    rmSync(file);
    const sha256 = createHash('sha256').update(long).digest('hex');
    expect(added).toMatchObject({ sha256, type: 'audio/wav', kind: 'audio', bytes: long.length, placeRemoved: false });
    const { path } = value(await media.find(added.sha256));
    expect(path).toBe(join(folder, 'media', sha256.slice(0, 2), `${sha256}.wav`));
    expect(readFileSync(path).equals(long)).toBe(true);
    expect(readdirSync(incoming)).toEqual([]);
  });

  test('comes in from the window in pieces as well, and the same one is kept once under its first name', async () => {
    const { intake, incoming } = intakeIn(temporaryFolder());
    const bytes = webm([1, 2]);
    const take = async (name: string) => {
      const { taking } = value(await intake.begin({ name, bytes: bytes.length }));
      value(await intake.take(taking, bytes.subarray(0, 20)));
      expect(value(await intake.take(taking, bytes.subarray(20)))).toEqual({ taken: bytes.length, whole: false });
      return value(await intake.finish(taking));
    };
    const first = await take('cranes.webm');
    expect(first).toMatchObject({ type: 'video/webm', kind: 'video', name: 'cranes.webm' });
    expect(await take('copy of cranes.webm')).toEqual(first);
    expect(readdirSync(incoming)).toEqual([]);
  });

  test('loses the place where it was taken, and is named after what is kept', async () => {
    const folder = temporaryFolder();
    const { media, intake } = intakeIn(folder);
    const bytes = mp4({ vide: 'avc1' }, { inMoov: [box('udta', box('\xa9xyz', text('+38.7223-009.1393/')))] });
    const file = join(folder, 'phone.mp4');
    writeFileSync(file, bytes);
    const added = value(await takeFile(intake, file));
    expect(added.placeRemoved).toBe(true);
    const kept = readFileSync(value(await media.find(added.sha256)).path);
    expect(kept.length).toBe(bytes.length);
    expect(kept.includes('38.7223')).toBe(false);
    expect(createHash('sha256').update(kept).digest('hex')).toBe(added.sha256);
    // The file that the writer has is not touched.
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('that is none, or one that browsers do not play, leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const { incoming, intake } = intakeIn(folder);
    const file = join(folder, 'film.mp4');
    for (const [bytes, code] of [
      [Buffer.from('no film'), 'media/not-a-recording'],
      [mp4({ vide: 'hvc1' }), 'media/unplayable'],
      [mp4({ vide: 'avc1' }).subarray(0, 60), 'media/recording-corrupt'],
    ] as const) {
      writeFileSync(file, bytes);
      expect(await takeFile(intake, file)).toMatchObject({ ok: false, error: { code, params: { name: 'film.mp4' } } });
    }
    expect(readdirSync(incoming)).toEqual([]);
  });

  test('that is too large, or gone, is told before a byte is copied', async () => {
    const folder = temporaryFolder();
    const { incoming, intake } = intakeIn(folder);
    expect(await intake.beginFile(join(folder, 'gone.mp4'))).toMatchObject({ error: { code: 'media/missing' } });
    expect(await intake.begin({ name: 'a.mp4', bytes: maxRecordingBytes + 1 })).toMatchObject({
      error: { code: 'media/recording-too-large' },
    });
    expect(existsSync(incoming)).toBe(false);
  });

  test('that is cancelled on its way leaves nothing, and what is asked of it later is told so', async () => {
    const folder = temporaryFolder();
    const { incoming, intake } = intakeIn(folder);
    const file = join(folder, 'foghorn.wav');
    writeFileSync(file, long);
    const { taking } = value(await intake.beginFile(file));
    const piece = intake.take(taking, null);
    const cancelled = intake.cancel(taking);
    expect(value(await piece).taken).toBe(maxPieceBytes);
    await cancelled;
    expect(readdirSync(incoming)).toEqual([]);
    expect(await intake.take(taking, null)).toMatchObject({ error: { code: 'media/cancelled' } });
    expect(await intake.finish(taking)).toMatchObject({ error: { code: 'media/cancelled' } });
    await intake.cancel(taking);
  });

  test('that does not fit on the disk is told, and what was copied of it goes', async ({ skip }) => {
    const { folder: disk, refused } = mountDisk(2_000_000);
    if (refused) skip(`no small disk can be mounted here: ${refused}`);
    const folder = temporaryFolder();
    const media = new MediaStore(disk, localClient(openTestLibrary(folder)).media);
    const intake = makeRecordingIntake(join(disk, 'incoming'), media);
    const file = join(folder, 'foghorn.wav');
    writeFileSync(file, long);
    const { taking } = value(await intake.beginFile(file));
    expect(await intake.take(taking, null)).toMatchObject({ error: { code: 'library/disk-full' } });
    expect(readdirSync(join(disk, 'incoming'))).toEqual([]);
    expect(await intake.finish(taking)).toMatchObject({ error: { code: 'media/cancelled' } });
  });

  test('that was on its way when the app was killed is swept at the next one', async () => {
    const folder = temporaryFolder();
    const { incoming, intake } = intakeIn(folder);
    value(await intake.begin({ name: 'first.wav', bytes: 10 }));
    expect(readdirSync(incoming)).toHaveLength(1);
    const later = makeRecordingIntake(incoming, { keep: () => Promise.reject(new Error('not asked')) });
    value(await later.begin({ name: 'second.wav', bytes: 10 }));
    expect(readdirSync(incoming)).toHaveLength(1);
  });
});
