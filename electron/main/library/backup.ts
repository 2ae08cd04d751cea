import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Trouble } from '../../../core/trouble.ts';
import { Database } from './database.ts';
import { examine } from './examine.ts';
import { schemaVersion } from './migrations.ts';
import { storageTrouble } from './sqlite-troubles.ts';

const keptBackups = 7;
const day = 24 * 60 * 60 * 1000;
const namePattern = /^library-.+\.sqlite$/;

/** Where the backups of a library folder are. */
export const backupFolder = (folder: string): string => join(folder, 'backups');

/** A time as part of a file name, the same in every zone and on every system: `2026-05-14T08-04-05-123Z`. */
export const fileTime = (at: number): string => new Date(at).toISOString().replaceAll(/[:.]/g, '-');

/** Newest first. */
export const listBackups = (folder: string): readonly string[] => {
  const backups = backupFolder(folder);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .filter((name) => namePattern.test(name))
    .sort()
    .reverse()
    .map((name) => join(backups, name));
};

/** Whether the newest backup is more than a day old; a library without one is due at once. */
export const backupIsDue = (folder: string, now: number): boolean => {
  const [newest] = listBackups(folder);
  return !newest || now - statSync(newest).mtimeMs > day;
};

/** The newest backup that reads without fault and that this app understands. */
export const newestGoodBackup = (folder: string): string | null =>
  listBackups(folder).find((file) => {
    const found = examine(file, { whole: true });
    return !found.trouble && found.schemaVersion > 0 && found.schemaVersion <= schemaVersion;
  }) ?? null;

/** What an interrupted backup left, and the files that examining one leaves. */
const removePartial = (folder: string): void => {
  for (const name of readdirSync(backupFolder(folder))) {
    if (name.includes('.partial')) rmSync(join(backupFolder(folder), name));
  }
};

const flushFile = (file: string): void => {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
};

const copyInto = (libraryFile: string, file: string): void => {
  const library = new Database(libraryFile, { readOnly: true });
  try {
    library.run('VACUUM INTO ?', file);
  } finally {
    library.close();
  }
  flushFile(file);
};

/**
 * Copies the library into `backups/`, checks the copy and keeps the newest seven. It reads through a connection of
 * its own, so it may run in a worker while the library is written to. `library/corrupt` means that the library itself
 * is damaged; the older backups then all stay.
 */
export const backUp = (libraryFile: string, folder: string, now: number): Trouble | null => {
  const file = join(backupFolder(folder), `library-${fileTime(now)}.sqlite`);
  const partial = `${file}.partial`;
  try {
    mkdirSync(backupFolder(folder), { recursive: true });
    removePartial(folder);
    copyInto(libraryFile, partial);
    const { trouble } = examine(partial, { whole: true });
    if (!trouble) renameSync(partial, file);
    removePartial(folder);
    if (trouble) return trouble;
    for (const old of listBackups(folder).slice(keptBackups)) rmSync(old);
    return null;
  } catch (error) {
    const found = storageTrouble(error);
    if (!found) throw error;
    return found;
  }
};
