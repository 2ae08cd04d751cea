import { describe, expect, test } from 'vitest';
import { Database } from './database.ts';
import { libraryFile } from './open-library.ts';
import { pageSql } from './post-list.ts';
import { searchCondition } from './search.ts';
import { documentOf } from './testing/documents.ts';
import { openTestLibrary } from './testing/local-library.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** Milliseconds: these tests wait for disks and processes, also on a busy machine. */
const slow = { timeout: 60_000 };

const posts = 10_000;

/** A library with many posts, filled past the calls so that the test is quick; every tenth is in the trash. */
const largeLibrary = (folder: string) => {
  const library = openTestLibrary(folder);
  library.posts.create({ document: documentOf('Number 0', 'First') });
  const database = new Database(libraryFile(folder));
  database.transaction(() => {
    for (let number = 1; number < posts; number += 1) {
      const state = ['draft', 'scheduled', 'published'][number % 3] ?? 'draft';
      const { lastInsertRowid: key } = database.run(
        `INSERT INTO posts SELECT NULL, ?, 1, 1, 1, 1, 0, ?, ?, 0, ?, first_words, created_at, ?, fields, body
           FROM posts WHERE key = 1`,
        crypto.randomUUID(),
        state,
        number % 10 === 0 ? 1 : 0,
        `Number ${number}`,
        number,
      );
      database.run('INSERT INTO post_search (rowid, headline) VALUES (?, ?)', key, `Number ${number}`);
    }
  });
  return { library, database };
};

const planOf = (database: Database, sql: string, values: number): string =>
  database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from({ length: values }, () => 1))
    .map((row) => row.detail)
    .join('\n');

describe('a library of ten thousand posts', slow, () => {
  test('lists pages by filter, newest change first, with counts of the whole', () => {
    const { library, database } = largeLibrary(temporaryFolder());
    const page = library.posts.list({ filter: 'published', query: '', offset: 100, limit: 50 });
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.items).toHaveLength(50);
    expect(page.value.items.every((item) => item.state === 'published' && !item.trashed)).toBe(true);
    const times = page.value.items.map((item) => item.changedAt);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const { all, drafts, scheduled, published, trash } = page.value.counts;
    expect([all + trash, drafts + scheduled + published, page.value.total]).toEqual([posts, all, published]);

    const found = library.posts.list({ filter: 'all', query: 'number 4321', offset: 0, limit: 50 });
    expect(found).toMatchObject({ value: { total: 1, items: [{ headline: 'Number 4321' }] } });
    database.close();
  });

  test('reads a page and the counts from an index, without sorting and without reading bodies', () => {
    const { database } = largeLibrary(temporaryFolder());
    for (const filter of ['all', 'drafts', 'scheduled', 'published', 'trash'] as const) {
      const plan = planOf(database, pageSql(filter, null), 2);
      expect(plan).toMatch(/SEARCH p USING INDEX posts_by_(change|state)/);
      expect(plan).not.toMatch(/SCAN p\b/);
      expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY');
    }
    const counts = 'SELECT trashed, state, count(*) AS posts FROM posts GROUP BY trashed, state';
    expect(planOf(database, counts, 0)).toBe('SCAN posts USING COVERING INDEX posts_by_state');
    const search = searchCondition('numb');
    if (!search) throw new Error('A word asks nothing');
    expect(planOf(database, pageSql('all', search), 3)).not.toMatch(/SCAN p\b/);
    database.close();
  });
});
