import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type AddedRecording, type ChosenRecording, maxPieceBytes } from '../../../core/recordings/added-recording.ts';
import type { ByteReader, Patch } from '../../../core/recordings/reading.ts';
import { readRecording } from '../../../core/recordings/recording.ts';
import { maxRecordingBytes, recordingKindOf } from '../../../core/recordings/recording-types.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { storageTrouble } from '../library/sqlite-troubles.ts';
import { hashOfFile, type MediaStore } from './media-store.ts';

/** A file on its way into the library. `source` is the chosen file; one that the window sends in pieces has none. */
type Taking = {
  readonly name: string;
  readonly partial: string;
  readonly copy: FileHandle;
  readonly source: FileHandle | null;
  taken: number;
  last: Promise<unknown>;
};

/** How far a file has come: `whole` when a chosen file was copied to its end. */
export type TakenSoFar = { readonly taken: number; readonly whole: boolean };

const tooLarge = (name: string) => failed('media/recording-too-large', { params: { name } });

const named = <T>(result: Result<T>, name: string): Result<T> =>
  result.ok ? result : { ok: false, error: { ...result.error, params: { ...result.error.params, name } } };

/** What a failing file system means to the writer. */
const guarded = async <T>(name: string, run: () => Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await run();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return failed('media/missing', { params: { name } });
    const found = storageTrouble(error);
    if (!found) throw error;
    return { ok: false, error: found };
  }
};

const readerOf =
  (file: FileHandle): ByteReader =>
  async (from, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  };

const writeAll = async (file: FileHandle, bytes: Uint8Array, at: number): Promise<void> => {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
};

const overwrite = async (file: FileHandle, patches: readonly Patch[]): Promise<void> => {
  for (const { at, bytes } of patches) await writeAll(file, bytes, at);
  await file.sync();
};

/**
 * Takes video and audio files into the library, piece by piece, so that none is in memory whole and the window can show how
 * far it is and stop. A file is copied beside the library, looked at, rid of what tells of place and device, hashed, and only
 * then moved under its name. Every call may also answer `library/disk-full`, `library/read-only` or `library/unavailable`.
 *
 * @param folder of its own for what is on its way; what an earlier run left there is removed
 */
export const makeRecordingIntake = (folder: string, store: Pick<MediaStore, 'keep'>) => {
  const underWay = new Map<string, Taking>();
  let swept: Promise<void> | undefined;

  const sweep = async (): Promise<void> => {
    await mkdir(folder, { recursive: true });
    await Promise.all((await readdir(folder)).map((name) => rm(join(folder, name), { force: true })));
  };

  const begin = async (name: string, source: FileHandle | null): Promise<string> => {
    swept ??= sweep();
    await swept;
    const id = randomUUID();
    const partial = join(folder, `${id}.partial`);
    const copy = await open(partial, 'wx+');
    underWay.set(id, { name, partial, copy, source, taken: 0, last: Promise.resolve() });
    return id;
  };

  /** One thing at a time for each file: a cancelling waits for the piece that is being written. */
  const inTurn = <T>(taking: Taking, run: () => Promise<T>): Promise<T> => {
    const turn = taking.last.then(run, run);
    taking.last = turn;
    return turn;
  };

  const end = async (id: string, taking: Taking): Promise<void> => {
    underWay.delete(id);
    await Promise.all([taking.copy.close(), taking.source?.close()]);
    await rm(taking.partial, { force: true });
  };

  /** A trouble ends the taking: nothing of it stays. */
  const step = <T>(id: string, run: (taking: Taking) => Promise<Result<T>>): Promise<Result<T>> => {
    const taking = underWay.get(id);
    if (!taking) return Promise.resolve(failed('media/cancelled'));
    return inTurn(taking, async () => {
      if (!underWay.has(id)) return failed('media/cancelled');
      const result = await guarded(taking.name, () => run(taking));
      if (!result.ok) await end(id, taking);
      return result;
    });
  };

  const keep = async ({ name, partial, copy, taken }: Taking): Promise<Result<AddedRecording>> => {
    const read = await readRecording(readerOf(copy), taken);
    if (!read.ok) return named(read, name);
    const { type, patches, hadPlace } = read.value;
    await overwrite(copy, patches);
    // Windows moves no file that is open.
    await copy.close();
    const sha256 = await hashOfFile(partial);
    const media = { sha256, type, bytes: taken, width: 0, height: 0, name, suggestions: [] };
    const kept = await store.keep(media, hadPlace, (file) => rename(partial, file));
    return kept.ok ? ok({ ...kept.value, kind: recordingKindOf(type) }) : kept;
  };

  return {
    /** Begins with a file of this computer. `media/recording-too-large` is answered from its size alone. */
    beginFile: async (file: string): Promise<Result<ChosenRecording>> => {
      const name = basename(file);
      return guarded(name, async () => {
        const source = await open(file);
        const { size } = await source.stat();
        if (size > maxRecordingBytes) {
          await source.close();
          return tooLarge(name);
        }
        return ok({ taking: await begin(name, source), name, bytes: size });
      });
    },

    /** Begins with a file that the window sends in pieces. */
    begin: ({ name, bytes }: { readonly name: string; readonly bytes: number }): Promise<Result<{ taking: string }>> =>
      bytes > maxRecordingBytes
        ? Promise.resolve(tooLarge(name))
        : guarded(name, async () => ok({ taking: await begin(name, null) })),

    /** Takes the next piece, or copies one of the chosen file; `media/cancelled` for a file that is not on its way. */
    take: (id: string, piece: Uint8Array | null): Promise<Result<TakenSoFar>> =>
      step(id, async (taking) => {
        const next = piece ?? (taking.source ? await readerOf(taking.source)(taking.taken, maxPieceBytes) : null);
        // The file may have grown since it was chosen.
        if (next && taking.taken + next.length > maxRecordingBytes) return tooLarge(taking.name);
        if (next) await writeAll(taking.copy, next, taking.taken);
        taking.taken += next?.length ?? 0;
        return ok({ taken: taking.taken, whole: piece === null && (next?.length ?? 0) < maxPieceBytes });
      }),

    /**
     * The file is here whole: puts it into the library. `media/not-a-recording`, `media/unplayable`, `media/recording-corrupt` by its
     * bytes, not its name.
     */
    finish: (id: string): Promise<Result<AddedRecording>> =>
      step(id, async (taking) => {
        const kept = await keep(taking);
        if (kept.ok) await end(id, taking);
        return kept;
      }),

    /** Ends the way of a file and leaves nothing of it; one that is over is left alone. */
    cancel: async (id: string): Promise<void> => {
      const taking = underWay.get(id);
      if (taking) await inTurn(taking, async () => (underWay.has(id) ? end(id, taking) : undefined));
    },
  };
};
