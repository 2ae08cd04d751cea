import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../core/document/media.ts';
import type { PostId } from '../../../core/document/post.ts';
import type { JobId } from '../../../core/outbox/job.ts';
import { newSource } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import { backUp, backupIsDue, listBackups } from './backup.ts';
import { Database } from './database.ts';
import { migrate, migrations, schemaVersion } from './migrations.ts';
import { libraryFile, type OpenLibrary, openLibrary } from './open-library.ts';
import { storageTrouble } from './sqlite-troubles.ts';
import { documentOf, textOf, typing } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { mountDisk, remount } from './testing/mounts.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Milliseconds: these tests wait for disks and processes, also on a busy machine. */
const slow = { timeout: 60_000 };

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};
const postCount = (library: OpenLibrary): number =>
  value(library.posts.list({ filter: 'all', query: '', offset: 0, limit: 1 })).total;
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Writes nonsense over a part of a file, as a failing disk does. */
const scribble = (file: string, from: number, bytes: number): void => {
  const handle = openSync(file, 'r+');
  writeSync(handle, randomBytes(bytes), 0, bytes, from);
  closeSync(handle);
};

/** A closed library of posts whose texts fill several pages each. */
const filledLibrary = (folder: string, posts: number): readonly PostId[] => {
  const library = openTestLibrary(folder);
  const ids = Array.from({ length: posts }, (_, number) => {
    const document = documentOf(`Post ${number}`, `word${number} `.repeat(1000));
    return value(library.posts.create({ document })).id;
  });
  library.close();
  return ids;
};

describe('opening', slow, () => {
  test('a reopened library commits to the disk before it answers, and guards its references', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 1);
    const database = new Database(libraryFile(folder));
    expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
    expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
    expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: schemaVersion });
    database.close();
  });

  test('a closed library is one whole file', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 3);
    expect(statSync(`${libraryFile(folder)}-wal`).size).toBe(0);
  });

  test('a library of a newer app is refused and left as it is', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 1);
    const database = new Database(libraryFile(folder));
    database.exec('PRAGMA user_version = 99');
    database.close();
    const before = hashOf(libraryFile(folder));
    expect(openLibrary(folder)).toMatchObject({ ok: false, error: { code: 'library/newer' } });
    expect(hashOf(libraryFile(folder))).toBe(before);
  });

  const tablesOf = (file: string): unknown => {
    const database = new Database(file, { readOnly: true });
    const tables = database.all('SELECT name, sql FROM sqlite_schema ORDER BY name');
    database.close();
    return tables;
  };

  test.each([
    ['version 1', 'library-v1.sqlite', ['new', 'new', 'new', 'new']],
    ['version 2', 'library-v2.sqlite', ['new', 'more', 'more', 'more']],
  ])(
    'a library as %s wrote it opens with everything in it, and its tables are those of a new one',
    (_, file, kinds) => {
      const folder = temporaryFolder();
      copyFileSync(join(import.meta.dirname, 'fixtures', file), libraryFile(folder));
      const library = openTestLibrary(folder);
      const found = value(library.posts.list({ filter: 'all', query: 'courier ferr', offset: 0, limit: 9 }));
      const [item] = found.items;
      const post = value(library.posts.open({ id: item?.id as PostId }));
      expect([item?.headline, textOf(post.document), post.sequence]).toEqual(['Ferries', 'One two', 4]);
      const [source] = post.sources;
      expect(post.sources).toEqual([newSource({ id: '', ...source })]);
      expect([source?.publisher, source?.article, source?.typed]).toEqual(['Harbour Courier', null, []]);
      const kept = value(library.posts.version({ id: post.id, number: 1 }));
      expect([textOf(kept.document), kept.sources]).toEqual(['One', post.sources]);
      const journal = value(library.posts.journal({ id: post.id, before: post.sequence }));
      expect(journal.map(({ kind }) => kind)).toEqual(kinds);

      const fresh = temporaryFolder();
      filledLibrary(fresh, 1);
      expect(tablesOf(libraryFile(folder))).toEqual(tablesOf(libraryFile(fresh)));
    },
  );

  test('a library as version 3 wrote it knows the credits of its posts, and its pictures suggest nothing', () => {
    const folder = temporaryFolder();
    copyFileSync(join(import.meta.dirname, 'fixtures', 'library-v3.sqlite'), libraryFile(folder));
    const library = openTestLibrary(folder);
    const used = (what: 'credits' | 'publishers') => value(library.posts.usedBefore({ what, beginning: '' }));
    expect(used('credits')).toEqual(['Agence Éxemple']);
    expect(used('publishers')).toEqual(['The Harbour Courier']);
    const sha256 = 'ab'.repeat(32) as Sha256;
    expect(value(library.media.get({ sha256 }))).toMatchObject({ name: 'disc.png', suggestions: [] });
  });

  test('a migration runs whole or not at all, and its step is counted', () => {
    const database = new Database(join(temporaryFolder(), 'library.sqlite'));
    migrate(database, 0, migrations.slice(0, 1));
    const steps = [
      { name: 'the first library', sql: '' },
      { name: 'a good step', sql: 'CREATE TABLE good (x)' },
      { name: 'a bad step', sql: 'CREATE TABLE bad (x); CREATE TABLE posts (x)' },
    ];
    expect(() => migrate(database, 1, steps)).toThrow(/already exists/);
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: 2 });
    expect(database.all("SELECT name FROM sqlite_schema WHERE name IN ('good', 'bad')")).toEqual([{ name: 'good' }]);
    database.close();
  });
});

describe('a damaged library', slow, () => {
  test('is set aside untouched; without a backup the readable posts come over', () => {
    const folder = temporaryFolder();
    const ids = filledLibrary(folder, 200);
    const file = libraryFile(folder);
    scribble(file, Math.floor(statSync(file).size / 2), 20_000);
    const damaged = hashOf(file);

    const library = openTestLibrary(folder);
    expect(library.troubles).toMatchObject([{ code: 'library/corrupt', params: { restored: 'parts' } }]);
    const [kept] = readdirSync(folder).filter((name) => /corrupt-[^.]+$/.test(name));
    expect(library.troubles[0]?.params?.kept).toBe(join(folder, kept ?? ''));
    expect(hashOf(join(folder, kept ?? ''))).toBe(damaged);
    expect(postCount(library)).toBeGreaterThan(150);
    expect(postCount(library)).toBe(library.troubles[0]?.params?.posts);
    const first = value(library.posts.open({ id: ids[0] as PostId }));
    expect(textOf(first.document)).toContain('word0');
    expect(value(library.posts.list({ filter: 'all', query: 'word1', offset: 0, limit: 9 })).total).toBeGreaterThan(0);
    library.close();
    expect(openTestLibrary(folder).troubles).toEqual([]);
  });

  test('is replaced by its newest good backup and by what was written since, without running old jobs again', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 50);
    const file = libraryFile(folder);
    const before = openTestLibrary(folder);
    before.jobs.put({ id: crypto.randomUUID() as JobId });
    expect(backUp(file, folder, Date.now())).toBeNull();
    const [job] = value(before.jobs.list()) as { id: JobId }[];
    before.jobs.remove({ id: job?.id as JobId });
    const since = value(before.posts.create({ document: documentOf('Written since', 'After the backup') }));
    before.posts.append({ id: since.id, sequence: 0, edits: [...typing(since.document, '!').edits] });
    before.close();
    writeFileSync(join(folder, 'backups', 'library-9999.sqlite'), 'a broken backup');
    scribble(file, Math.floor(statSync(file).size / 3), 9000);

    const library = openTestLibrary(folder);
    expect(library.troubles).toMatchObject([{ code: 'library/corrupt', params: { restored: 'backup', posts: 51 } }]);
    expect(postCount(library)).toBe(51);
    expect(textOf(value(library.posts.open({ id: since.id })).document)).toBe('After the backup!');
    expect(library.jobs.list()).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['nonsense', (file: string) => writeFileSync(file, 'no database '.repeat(500))],
    ['a broken first page', (file: string) => scribble(file, 0, 4096)],
  ])('that is %s gives way to a new one in which the example is not made again', (_, damage) => {
    const folder = temporaryFolder();
    filledLibrary(folder, 1);
    damage(libraryFile(folder));
    const library = openTestLibrary(folder);
    expect(library.troubles).toMatchObject([{ params: { restored: 'nothing', posts: 0 } }]);
    expect(library.posts.exampleMade()).toEqual({ ok: true, value: true });
    expect(library.posts.create({ document: documentOf('New', '') }).ok).toBe(true);
  });

  test('that was emptied is restored from its backup', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 5);
    backUp(libraryFile(folder), folder, Date.now());
    writeFileSync(libraryFile(folder), '');
    for (const suffix of ['-wal', '-shm']) writeFileSync(libraryFile(folder) + suffix, '');
    expect(postCount(openTestLibrary(folder))).toBe(5);
  });

  test('gives what is readable before a number that no library holds', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 20);
    const file = libraryFile(folder);
    const database = new Database(file);
    database.run('UPDATE posts SET revision = 1152921504606846976 WHERE rowid = 10');
    database.close();
    scribble(file, statSync(file).size - 4096, 4096);
    expect(openTestLibrary(folder).troubles).toMatchObject([
      { code: 'library/corrupt', params: { restored: 'parts' } },
    ]);
  });

  test('whose damage shows while it is used is read whole at the next start', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 200);
    const library = openTestLibrary(folder);
    scribble(libraryFile(folder), 8192, statSync(libraryFile(folder)).size - 8192);
    expect(library.posts.list({ filter: 'all', query: 'word1', offset: 0, limit: 9 })).toMatchObject({
      error: { code: 'library/corrupt' },
    });
    expect(existsSync(join(folder, 'library.suspect'))).toBe(true);
    expect(openTestLibrary(folder).troubles).toMatchObject([{ code: 'library/corrupt' }]);
    expect(existsSync(join(folder, 'library.suspect'))).toBe(false);
  });
});

describe('backups', slow, () => {
  test('are whole libraries; the newest seven are kept', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 3);
    const day = 24 * 60 * 60_000;
    expect(backupIsDue(folder, Date.now())).toBe(true);
    for (let number = 0; number < 9; number += 1) {
      expect(backUp(libraryFile(folder), folder, Date.UTC(2026, 4, 1) + number * day)).toBeNull();
    }
    expect(listBackups(folder).map((file) => basename(file).slice(0, 18))).toEqual(
      [9, 8, 7, 6, 5, 4, 3].map((date) => `library-2026-05-0${date}`),
    );
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(7);
    expect([backupIsDue(folder, Date.now()), backupIsDue(folder, Date.now() + 2 * day)]).toEqual([false, true]);
    const copy = new Database(listBackups(folder)[0] ?? '', { readOnly: true });
    expect(copy.get('SELECT count(*) AS posts FROM posts')).toEqual({ posts: 3 });
    copy.close();
  });

  test('of a damaged library are refused, and the good ones stay', () => {
    const folder = temporaryFolder();
    filledLibrary(folder, 50);
    const file = libraryFile(folder);
    backUp(file, folder, Date.UTC(2026, 4, 1));
    scribble(file, 40_960, 200_000);
    expect(backUp(file, folder, Date.UTC(2026, 4, 2))).toMatchObject({ code: 'library/corrupt' });
    expect(listBackups(folder)).toHaveLength(1);
  });
});

describe('a disk that takes no more', slow, () => {
  test('answers library/disk-full, loses nothing, and goes on when there is room', ({ skip }) => {
    const { folder, refused } = mountDisk(2_000_000);
    if (refused) skip(`no small disk can be mounted here: ${refused}`);
    const library = openTestLibrary(folder);
    const post = value(library.posts.create({ document: documentOf('Ferries', 'One') }));
    library.posts.append({ id: post.id, sequence: 0, edits: [...typing(post.document, ' two').edits] });
    const ballast = join(folder, 'ballast');
    expect(() => writeFileSync(ballast, randomBytes(2_000_000))).toThrow(/ENOSPC/);
    const big = { document: documentOf('Big', randomBytes(300_000).toString('hex')) };
    expect(library.posts.create(big)).toMatchObject({ error: { code: 'library/disk-full' } });
    expect(postCount(library)).toBe(1);
    writeFileSync(ballast, '');
    expect(textOf(value(library.posts.open({ id: post.id })).document)).toBe('One two');
    expect(library.posts.append({ id: post.id, sequence: 4, edits: [...typing(post.document, '!').edits] }).ok).toBe(
      true,
    );
  });

  test('is told by the code of SQLite where no small disk can be had', () => {
    const database = new Database(join(temporaryFolder(), 'library.sqlite'));
    migrate(database, 0);
    database.exec('PRAGMA max_page_count = 60');
    const fill = (): void => {
      database.run('INSERT INTO facts (name, value) VALUES (?, ?)', 'x', 'x'.repeat(500_000));
    };
    expect(fill).toThrow();
    try {
      fill();
    } catch (error) {
      expect(storageTrouble(error)?.code).toBe('library/disk-full');
    }
    database.close();
  });

  test('that is read-only still shows every word, and says so on every write', ({ skip }) => {
    const { folder, refused } = mountDisk(8_000_000);
    if (refused) skip(`no disk can be mounted here: ${refused}`);
    const home = temporaryFolder();
    const writing = openTestLibrary(home);
    const { id, document } = value(writing.posts.create({ document: documentOf('Ferries', 'One') }));
    // Copied as a crash leaves it: everything is still in the journal file beside the library.
    writing.posts.append({ id, sequence: 0, edits: [...typing(document, ' two').edits] });
    for (const suffix of ['', '-wal']) copyFileSync(libraryFile(home) + suffix, libraryFile(folder) + suffix);
    const busy = remount(folder, 'ro');
    if (busy) skip(`the disk cannot be made read-only here: ${busy}`);

    const library = openTestLibrary(folder);
    expect(library.troubles.map((it) => it.code)).toEqual(['library/read-only']);
    const post = value(library.posts.open({ id }));
    expect(textOf(post.document)).toBe('One two');
    const readOnly = { ok: false, error: { code: 'library/read-only' } };
    const { edits } = typing(post.document, '!');
    expect(library.posts.append({ id, sequence: post.sequence, edits: [...edits] })).toMatchObject(readOnly);
    expect(library.posts.trash({ id })).toMatchObject(readOnly);
  });
});
