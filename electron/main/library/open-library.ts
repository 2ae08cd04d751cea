import { accessSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failed, ok, type Result, type Trouble, trouble } from '../../../core/trouble.ts';
import { articleCalls } from './articles.ts';
import { backUp, listBackups } from './backup.ts';
import { blogCalls, uploadCalls } from './blogs.ts';
import { Database } from './database.ts';
import { examine } from './examine.ts';
import { jobCalls } from './jobs.ts';
import type { Library } from './library.ts';
import { mediaCalls } from './media-rows.ts';
import { migrate, schemaVersion } from './migrations.ts';
import type { Storage } from './post-rows.ts';
import { postCalls } from './posts.ts';
import { publicationCalls } from './publications.ts';
import { clearSuspicion, isSuspect, recover, suspect } from './recovery.ts';
import { foldJournals } from './saving.ts';
import { storageTrouble } from './sqlite-troubles.ts';

/** The library's file in its folder. */
export const libraryFile = (folder: string): string => join(folder, 'library.sqlite');

/** A library up to this size, in bytes, is read whole at every start: that takes a tenth of a second. */
const smallLibrary = 16_000_000;

export type OpenLibrary = Library & {
  /** What was met while opening; the library works all the same. */
  readonly troubles: readonly Trouble[];
  /** Whether it is read from a copy although the disk can be written again: it is to be opened anew. */
  readonly isOutdated: () => boolean;
  /** Writes everything into the one file. */
  readonly close: () => void;
};

type Calls = Readonly<Record<string, (...input: never[]) => Result<unknown>>>;

/** Turns what SQLite throws into troubles; anything else is a bug and stays thrown. */
const answering = <T extends Calls>(calls: T, onCorrupt: () => void): T => {
  const guard =
    (call: (...input: never[]) => Result<unknown>) =>
    (...input: never[]): Result<unknown> => {
      try {
        return call(...input);
      } catch (error) {
        const found = storageTrouble(error);
        if (!found) throw error;
        if (found.code === 'library/corrupt') onCorrupt();
        return { ok: false, error: found };
      }
    };
  return Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, guard(call)])) as T;
};

const callsOver = (storage: Storage, folder: string): Library => {
  const onCorrupt = (): void => suspect(folder);
  return {
    posts: answering(postCalls(storage), onCorrupt),
    publications: answering(publicationCalls(storage), onCorrupt),
    media: answering(mediaCalls(storage), onCorrupt),
    articles: answering(articleCalls(storage), onCorrupt),
    blogs: answering(blogCalls(storage), onCorrupt),
    uploads: answering(uploadCalls(storage), onCorrupt),
    jobs: answering(jobCalls(storage), onCorrupt),
  };
};

/** A library that cannot be written where it is: a copy of it that can be read and answers `library/read-only` to the rest. */
const openCopy = (file: string, cleanUps: (() => void)[]): Database => {
  const copyFolder = mkdtempSync(join(tmpdir(), 'rejoinder-'));
  cleanUps.push(() => rmSync(copyFolder, { recursive: true, force: true }));
  const copy = libraryFile(copyFolder);
  for (const suffix of ['', '-wal']) if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix);
  const database = new Database(copy);
  database.exec('PRAGMA query_only = ON');
  return database;
};

/** A library on a disk that is too full to open it as usual: it can be read, and written as soon as there is room. */
const openOnFullDisk = (file: string): Result<Database> => {
  const database = new Database(file, { alone: true });
  return versionOf(database) === schemaVersion ? ok(database) : failed('library/disk-full');
};

const versionOf = (database: Database): number =>
  database.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (storageTrouble(error)) return false;
    throw error;
  }
};

const openWritable = (folder: string, now: number, troubles: Trouble[]): Result<Database> => {
  mkdirSync(folder, { recursive: true });
  const file = libraryFile(folder);
  const exists = existsSync(file);
  // Asked of the system, because SQLite only says that it cannot open the file.
  for (const path of exists ? [folder, file] : [folder]) accessSync(path, constants.W_OK);
  const whole = exists && (isSuspect(folder) || statSync(file).size <= smallLibrary);
  const found = exists ? examine(file, { whole }) : { schemaVersion: 0, trouble: null };
  if (found.schemaVersion > schemaVersion) return failed('library/newer');
  const emptied = exists && found.schemaVersion === 0 && listBackups(folder).length > 0;
  if (found.trouble?.code === 'library/corrupt' || emptied) {
    troubles.push(recover(folder, file, found.trouble ?? trouble('library/corrupt'), now));
  } else if (found.trouble) {
    return { ok: false, error: found.trouble };
  }
  clearSuspicion(folder);
  const database = new Database(file);
  const version = versionOf(database);
  if (version > 0 && version < schemaVersion) {
    const missed = backUp(file, folder, now);
    if (missed) return { ok: false, error: missed };
  }
  migrate(database, version);
  return ok(database);
};

const attempt = (open: () => Result<Database>): Result<Database> => {
  try {
    return open();
  } catch (error) {
    const found = storageTrouble(error);
    if (!found) throw error;
    return { ok: false, error: found };
  }
};

/** The second way into a library that exists but could not be opened as usual. */
const openReduced = (file: string, reason: Trouble, cleanUps: (() => void)[]): Result<Database> => {
  if (reason.code === 'library/read-only') return attempt(() => ok(openCopy(file, cleanUps)));
  if (reason.code === 'library/disk-full') return attempt(() => openOnFullDisk(file));
  return { ok: false, error: reason };
};

/**
 * Opens the library in `folder`, or makes it. A damaged file is set aside and replaced (see `recover`); one on a disk that
 * is full or read-only can be read; one that a newer app wrote is `library/newer` and left alone. Synchronous throughout:
 * it belongs in a thread of its own. Throws `DocumentsNeeded` when there is a document to be read first.
 */
export const openLibrary = (folder: string, now: () => number = Date.now): Result<OpenLibrary> => {
  const file = libraryFile(folder);
  const troubles: Trouble[] = [];
  const cleanUps: (() => void)[] = [];
  let opened = attempt(() => openWritable(folder, now(), troubles));
  const refusal = opened.ok ? null : opened.error;
  if (refusal && existsSync(file)) {
    troubles.push(refusal);
    opened = openReduced(file, refusal, cleanUps);
  }
  if (!opened.ok) return opened;
  const database = opened.value;
  const storage: Storage = { database, now };
  const close = (): void => {
    database.close();
    for (const cleanUp of cleanUps) cleanUp();
  };
  if (!refusal) {
    try {
      const folded = attempt(() => {
        foldJournals(storage);
        return ok(database);
      });
      if (!folded.ok) troubles.push(folded.error);
    } catch (error) {
      close();
      throw error;
    }
  }
  return ok({
    ...callsOver(storage, folder),
    troubles,
    isOutdated: () => refusal?.code === 'library/read-only' && isWritable(folder),
    close,
  });
};
