import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Sha256, sha256Schema } from '../../../core/document/media.ts';
import { listBackups } from './backup.ts';
import { Database } from './database.ts';
import { isSuspect } from './recovery.ts';

/** How long a file of the media folder, or a saved article, stays after nothing was seen to mention it, in milliseconds (30 days). */
export const unusedFor = 30 * 24 * 3_600_000;

/** Since when each file was seen unused; milliseconds UTC. It lies beside the files, so that no restored library changes it. */
const seenSchema = z.record(sha256Schema, z.int());
type Seen = Readonly<Record<string, number>>;

const seenFile = (folder: string): string => join(folder, 'media', 'unused.json');

/** A list that cannot be read is begun anew: everything then stays for another 30 days. */
const readSeen = (folder: string): Seen => {
  try {
    return seenSchema.safeParse(JSON.parse(readFileSync(seenFile(folder), 'utf8'))).data ?? {};
  } catch {
    return {};
  }
};

/** Whole on the disk, or as it was. */
const writeSeen = (folder: string, seen: Seen): void => {
  const draft = `${seenFile(folder)}.new`;
  const handle = openSync(draft, 'w');
  writeSync(handle, JSON.stringify(seen));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(draft, seenFile(folder));
};

/** Everything in a text that may be the name of a file. A longer run of the same digits may hold several. */
const noteNames = (text: string, names: Set<string>): void => {
  for (const [run] of text.matchAll(/[0-9a-f]{64,}/g)) {
    for (let at = 0; at + 64 <= run.length; at += 1) names.add(run.slice(at, at + 64));
  }
};

/** Tables that know of every file or article, used or not. */
const lists: readonly string[] = ['media', 'uploads', 'articles'];

/**
 * Notes what any other table of a library mentions: posts, undone edits, versions, the trash, jobs, and what later versions of the
 * app add. Throws when the file cannot be read.
 */
const noteMentions = (file: string, names: Set<string>): void => {
  const database = new Database(file, { readOnly: true });
  try {
    const tables = database.all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for (const { name } of tables) {
      if (lists.includes(name)) continue;
      for (const row of database.each<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
        for (const value of Object.values(row)) if (typeof value === 'string') noteNames(value, names);
      }
    }
  } finally {
    database.close();
  }
};

/** Notes what the writer's own templates mention, deleted ones that can be taken back among them. */
const noteTemplates = (folder: string, names: Set<string>): void => {
  const templates = join(folder, 'templates');
  if (!existsSync(templates)) return;
  for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) noteNames(readFileSync(join(entry.parentPath, entry.name), 'utf8'), names);
  }
};

const filesIn = (folder: string): readonly Sha256[] => {
  const media = join(folder, 'media');
  if (!existsSync(media)) return [];
  const folders = readdirSync(media).filter((name) => /^[0-9a-f]{2}$/.test(name));
  return folders.flatMap((name) =>
    readdirSync(join(media, name)).flatMap((file) => sha256Schema.safeParse(file.replace(/\.\w+$/, '')).data ?? []),
  );
};

/** The saved articles of a library. Of those in its backups each backup has its own. */
const articlesIn = (file: string): readonly Sha256[] => {
  const database = new Database(file, { readOnly: true });
  try {
    const rows = database.all<{ sha256: string }>('SELECT sha256 FROM articles');
    return rows.flatMap(({ sha256 }) => sha256Schema.safeParse(sha256).data ?? []);
  } finally {
    database.close();
  }
};

/** Whether something is kept that cannot be looked into: a damaged library, or one that may be. */
const isInDoubt = (folder: string): boolean =>
  isSuspect(folder) || readdirSync(folder).some((name) => name.startsWith('library.sqlite.corrupt-'));

/** What nothing has needed for long: files of the media folder, and saved articles. */
export type Unused = { readonly files: readonly Sha256[]; readonly articles: readonly Sha256[] };

const none: Unused = { files: [], articles: [] };

/**
 * The files of the media folder and the saved articles that nothing has mentioned for 30 days: no post, no version, not the trash, no template, no
 * job, and no kept backup. Each call looks at all of these anew and remembers since when one is unused; a clock that went back begins
 * its 30 days again. In doubt there are none: while a damaged library is kept, and when anything cannot be read.
 * It reads whole libraries and belongs in a thread of its own.
 */
export const unusedFiles = (folder: string, libraryFile: string, now: number): Unused => {
  if (isInDoubt(folder)) return none;
  const mentioned = new Set<string>();
  for (const file of [libraryFile, ...listBackups(folder)]) noteMentions(file, mentioned);
  noteTemplates(folder, mentioned);
  const before = readSeen(folder);
  const isUnused = (sha256: Sha256): boolean => !mentioned.has(sha256);
  const [files, articles] = [filesIn(folder).filter(isUnused), articlesIn(libraryFile).filter(isUnused)];
  const seen = Object.fromEntries(
    [...files, ...articles].map((sha256) => [sha256, Math.min(before[sha256] ?? now, now)]),
  );
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeSeen(folder, seen);
  const isForLong = (sha256: Sha256): boolean => now - (seen[sha256] ?? now) >= unusedFor;
  return { files: files.filter(isForLong), articles: articles.filter(isForLong) };
};
