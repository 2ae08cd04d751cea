import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Trouble, trouble } from '../../../core/trouble.ts';
import { fileTime, newestGoodBackup } from './backup.ts';
import { Database } from './database.ts';
import { documents } from './documents.ts';
import { examine } from './examine.ts';
import { migrate } from './migrations.ts';
import { noteExampleMade } from './posts.ts';
import { salvage } from './salvage.ts';
import { storageTrouble } from './sqlite-troubles.ts';

/** While this file exists, the next start reads the whole library before it is used. */
const suspicionFile = (folder: string): string => join(folder, 'library.suspect');

/** Notes that damage was met while the library was in use. */
export const suspect = (folder: string): void => writeFileSync(suspicionFile(folder), '');
export const isSuspect = (folder: string): boolean => existsSync(suspicionFile(folder));
export const clearSuspicion = (folder: string): void => rmSync(suspicionFile(folder), { force: true });

/** Moves the damaged file away with its journal, whose name must follow it. */
const setAside = (file: string, now: number): string => {
  const aside = `${file}.corrupt-${fileTime(now)}`;
  for (const suffix of ['-wal', '-shm', '']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  return aside;
};

const salvageInto = (database: Database, damagedFile: string): number => {
  try {
    return salvage(damagedFile, database);
  } catch (error) {
    if (storageTrouble(error)?.code !== 'library/corrupt') throw error;
    return 0;
  }
};

/**
 * Makes a library that works out of a damaged one: the newest good backup, and over it whatever the damaged file still
 * gives. That file itself is only renamed. Answers the trouble to show: `kept` is where the damaged file is, `posts` how
 * many posts there are now, `restored` whether a `backup` was found, only `parts`, or `nothing`.
 */
export const recover = (folder: string, file: string, damage: Trouble, now: number): Trouble => {
  // Nothing is set aside before what reads it is there.
  documents();
  const kept = setAside(file, now);
  const backup = newestGoodBackup(folder);
  if (backup) copyFileSync(backup, file);
  const database = new Database(file);
  try {
    migrate(database, backup ? examine(file, { whole: false }).schemaVersion : 0);
    // What a job of the backup says was sent is out of date: running it again could post twice.
    database.run('DELETE FROM jobs');
    noteExampleMade({ database, now: () => now });
    const salvaged = salvageInto(database, kept);
    const posts = database.get<{ posts: number }>('SELECT count(*) AS posts FROM posts')?.posts ?? 0;
    const restored = backup ? 'backup' : salvaged > 0 ? 'parts' : 'nothing';
    return trouble('library/corrupt', {
      params: { kept, posts, restored },
      ...(damage.detail && { detail: damage.detail }),
    });
  } finally {
    database.close();
  }
};
