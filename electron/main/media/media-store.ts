import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  type AddedPicture,
  type Media,
  maxPictureBytes,
  mediaTypes,
  type Sha256,
} from '../../../core/document/media.ts';
import type { ByteSource } from '../../../core/publishing/byte-source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';
import { storageTrouble } from '../library/sqlite-troubles.ts';

/** How long after it came in a file is not swept, in milliseconds; a file of the future is fresh too. */
const freshFor = 24 * 3_600_000;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** A file's own name for people, whatever system its path comes from. */
const shownName = (name: string): string =>
  basename(name.replaceAll('\\', '/'))
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 255);

const tooLarge = (name: string, bytes: number) =>
  failed('media/too-large', { params: { name, bytes, limit: maxPictureBytes } });

/** Reads a whole file, but never more than one byte over the limit: it may grow while it is read. */
const readLimited = async (handle: FileHandle): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const part of handle.createReadStream({ end: maxPictureBytes, autoClose: false })) parts.push(part);
  return Buffer.concat(parts);
};

/** Whole and on the disk under its name, or not there at all. */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
  const partial = `${file}.${randomUUID()}.partial`;
  try {
    const handle = await open(partial, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
};

const sizeOfFile = async (file: string): Promise<number | null> => {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/**
 * The pictures, videos and audio files of the library: copies under the hash of their bytes (`media/ab/abcd….jpg`), so that the original may
 * vanish and the same picture is kept once. Bytes may be hostile; nothing is decoded here. Every call may also answer
 * `library/disk-full`, `library/read-only` or `library/unavailable`.
 */
export class MediaStore {
  readonly #folder: string;
  readonly #rows: LibraryClient['media'];
  /** The last change of each picture, so that adding and discarding the same one never overlap. */
  readonly #changes = new Map<string, Promise<unknown>>();

  /** `folder` is the store's own, `media` in the data folder. */
  constructor(folder: string, rows: LibraryClient['media']) {
    this.#folder = folder;
    this.#rows = rows;
  }

  /** Where the bytes of a picture are. */
  path({ sha256, type }: Pick<Media, 'sha256' | 'type'>): string {
    return join(this.#folder, sha256.slice(0, 2), `${sha256}.${mediaTypes[type]}`);
  }

  /**
   * Copies a picture file in, without what its metadata tells of place and device (see `cleanPicture`). `media/too-large`
   * is answered from its size alone; `media/heic`, `media/svg` and `media/not-a-picture` for anything but JPEG, PNG, GIF,
   * WebP and AVIF (by the bytes, not the name), `media/missing` if it is gone.
   */
  addFile(file: string): Promise<Result<AddedPicture>> {
    const name = shownName(file);
    return this.#guarded(name, async () => {
      const found = await stat(file);
      if (!found.isFile()) return failed('media/not-a-picture', { params: { name } });
      if (found.size > maxPictureBytes) return tooLarge(name, found.size);
      const handle = await open(file);
      try {
        return await this.#add(name, await readLimited(handle));
      } finally {
        await handle.close();
      }
    });
  }

  /** The same for a pasted or dropped picture. */
  addBytes(name: string, bytes: Uint8Array): Promise<Result<AddedPicture>> {
    const shown = shownName(name);
    return this.#guarded(shown, () => this.#add(shown, bytes));
  }

  /** The facts of a picture and where its file is; `media/missing` when the row or the file is not there. */
  async find(sha256: Sha256): Promise<Result<{ readonly media: Media; readonly path: string }>> {
    const row = await this.#rows.get({ sha256 });
    if (!row.ok) return row;
    const media = row.value;
    return this.#guarded(media.name, async () => {
      const path = this.path(media);
      if ((await sizeOfFile(path)) === null) return failed('media/missing', { params: { name: media.name } });
      return ok({ media, path });
    });
  }

  /** The bytes of a picture; a file whose bytes are no longer those it was named after is `media/corrupt`. */
  async read(sha256: Sha256): Promise<Result<Uint8Array>> {
    const row = await this.#rows.get({ sha256 });
    if (!row.ok) return row;
    const { name } = row.value;
    return this.#guarded(name, async () => {
      const bytes = await readFile(this.path(row.value));
      return hashOf(bytes) === sha256 ? ok(bytes) : failed('media/corrupt', { params: { name } });
    });
  }

  /**
   * The bytes of a video or audio file, to be read as they are needed. They are read once before: a file whose bytes are no
   * longer those it was named after is `media/recording-corrupt`.
   */
  async source(sha256: Sha256): Promise<Result<ByteSource>> {
    const found = await this.find(sha256);
    if (!found.ok) return found;
    const { media, path } = found.value;
    return this.#guarded(media.name, async () =>
      (await hashOfFile(path)) === sha256
        ? ok({ size: media.bytes, read: () => createReadStream(path) })
        : failed('media/recording-corrupt', { params: { name: media.name } }),
    );
  }

  /** Takes back a picture that no post uses; one in use stays, and that is no trouble. */
  discard(sha256: Sha256): Promise<Result<void>> {
    return this.#inTurn(sha256, async () => {
      const row = await this.#rows.get({ sha256 });
      if (!row.ok) return row.error.code === 'media/missing' ? ok(undefined) : row;
      const removed = await this.#rows.removeUnused({ sha256 });
      if (!removed.ok) return removed;
      if (removed.value)
        await this.#guarded(row.value.name, async () => ok(await rm(this.path(row.value), { force: true })));
      return ok(undefined);
    });
  }

  /**
   * Removes files that nothing has needed for long. Whether the library needs one is asked once more, and one that came in again within
   * a day stays: its figure may not be written yet. The row goes first; a file that a crash leaves behind is found unused again.
   */
  async sweep(files: readonly Sha256[]): Promise<Result<void>> {
    for (const sha256 of files) {
      const swept = await this.#inTurn(sha256, () => this.#guarded(sha256, () => this.#sweepOne(sha256)));
      if (!swept.ok) return swept;
    }
    return ok(undefined);
  }

  async #sweepOne(sha256: Sha256): Promise<Result<void>> {
    const folder = join(this.#folder, sha256.slice(0, 2));
    const paths = (await readdir(folder)).filter((name) => name.startsWith(`${sha256}.`)).map((it) => join(folder, it));
    for (const path of paths) {
      const age = Date.now() - (await stat(path)).mtimeMs;
      if (age < freshFor) return ok(undefined);
    }
    const removed = await this.#rows.removeUnused({ sha256 });
    if (!removed.ok) return removed;
    // Still in the library: something needs it after all.
    if (!removed.value && (await this.#rows.get({ sha256 })).ok) return ok(undefined);
    for (const path of paths) await rm(path, { force: true });
    return ok(undefined);
  }

  async #add(name: string, given: Uint8Array): Promise<Result<AddedPicture>> {
    if (given.length > maxPictureBytes) return tooLarge(name, given.length);
    // Only a new picture is read; what it takes is not loaded before the first.
    const { readPicture } = await import('./read-picture.ts');
    const read = readPicture(name, given);
    if (!read.ok) return read;
    const { facts, bytes, hadPlace } = read.value;
    const sha256 = hashOf(bytes);
    const media: Media = { sha256, ...facts };
    return this.keep(media, hadPlace, (file) => writeWhole(file, bytes));
  }

  /**
   * Puts a file into the library under its hash: `place` is called with its path when it is not there whole. A file that is
   * known keeps the name that it came under first.
   */
  keep(media: Media, hadPlace: boolean, place: (file: string) => Promise<void>): Promise<Result<AddedPicture>> {
    const { sha256, bytes } = media;
    return this.#inTurn(sha256, async () => {
      const file = this.path(media);
      if ((await sizeOfFile(file)) !== bytes) {
        await mkdir(dirname(file), { recursive: true });
        await place(file);
      } else {
        const now = new Date();
        await utimes(file, now, now);
      }
      const stored = await this.#rows.put(media);
      const kept = stored.ok ? await this.#rows.get({ sha256 }) : stored;
      return kept.ok ? ok({ ...kept.value, placeRemoved: hadPlace }) : kept;
    });
  }

  async #guarded<T>(name: string, run: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await run();
    } catch (error) {
      if (isMissing(error)) return failed('media/missing', { params: { name } });
      const found = storageTrouble(error);
      if (!found) throw error;
      return { ok: false, error: found };
    }
  }

  #inTurn<T>(sha256: Sha256, run: () => Promise<T>): Promise<T> {
    const turn = (this.#changes.get(sha256) ?? Promise.resolve()).then(run, run);
    this.#changes.set(sha256, turn);
    const forget = (): void => {
      if (this.#changes.get(sha256) === turn) this.#changes.delete(sha256);
    };
    turn.then(forget, forget);
    return turn;
  }
}

/** SHA-256 of a file that may be too large for memory. */
export const hashOfFile = async (file: string): Promise<Sha256> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file, { highWaterMark: 1_000_000 })) hash.update(part);
  return hash.digest('hex') as Sha256;
};

const hashOf = (bytes: Uint8Array): Sha256 => createHash('sha256').update(bytes).digest('hex') as Sha256;
