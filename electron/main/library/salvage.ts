import type { StoredDocument } from '../../../core/document/post.ts';
import { isIntact } from './articles.ts';
import { type Database, Database as LibraryFile, type Value } from './database.ts';
import { documents } from './documents.ts';
import { type PostRow, postRow, sourcesOf } from './post-rows.ts';
import { refreshState } from './publications.ts';
import { indexPost } from './search.ts';
import { isSqliteError } from './sqlite-troubles.ts';

type Row = Readonly<Record<string, Value>>;

/** Tables whose rows belong to a post. */
const postTables = ['sources', 'versions', 'edits', 'publications'];
/** Tables that stand alone; publications refer to blogs, so those come before the posts. */
const tablesBefore = ['media', 'blogs'];
const tablesAfter = ['uploads', 'jobs'];

/** What the rows of each table are ordered by on disk. */
const keys: Readonly<Record<string, string>> = {
  posts: 'key',
  sources: 'post, position',
  versions: 'post, number',
  edits: 'post, sequence',
  publications: 'post, blog',
  media: 'rowid',
  blogs: 'key',
  uploads: 'blog, sha256',
  jobs: 'key',
  articles: 'rowid',
};

const backwards = (key: string): string =>
  key
    .split(', ')
    .map((column) => `${column} DESC`)
    .join(', ');

/** Gives each readable row to `take`: from the front to the damage, then from the back to it. */
const eachReadable = (damaged: Database, table: string, take: (row: Row) => void): void => {
  const key = keys[table] ?? 'rowid';
  for (const order of [key, backwards(key)]) {
    try {
      for (const row of damaged.each<Row>(`SELECT * FROM ${table} ORDER BY ${order}`)) take(row);
      return;
    } catch (error) {
      // The damage is what this is about, a number too large to be one of ours among it: what lies behind it stays in the
      // file that was set aside.
      if (!isSqliteError(error) && !(error instanceof RangeError)) throw error;
    }
  }
};

const put = (library: Database, table: string, row: Row): boolean => {
  const columns = Object.keys(row);
  try {
    library.run(
      `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      ...Object.values(row),
    );
    return true;
  } catch (error) {
    // A damaged row may hold anything: what the table's own rules refuse stays behind.
    if (!isSqliteError(error) && !(error instanceof TypeError)) throw error;
    return false;
  }
};

const readBody = (row: Row): StoredDocument | null => {
  try {
    return JSON.parse(String(row.body)) as StoredDocument;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Takes a post over unless the library has it newer, or has it readable while this one is not; answers its key there. */
const takePost = (library: Database, row: Row): number | null => {
  const known = postRow(library, row.id as PostRow['id']);
  const body = readBody(row);
  const texts = body && documents().textsOf(body);
  if (known && (known.revision > Number(row.revision) || !texts?.ok)) return known.key;
  const { key: _key, ...columns } = row;
  if (known) {
    const names = Object.keys(columns);
    library.run(
      `UPDATE posts SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE key = ?`,
      ...Object.values(columns),
      known.key,
    );
  } else if (!put(library, 'posts', columns)) {
    return null;
  }
  return postRow(library, row.id as PostRow['id'])?.key ?? null;
};

/** An article proves by its hash that it was not damaged. */
const takeArticle = (library: Database, row: Row): void => {
  if (isIntact({ sha256: String(row.sha256), article: String(row.article) })) put(library, 'articles', row);
};

/**
 * Brings over whatever can still be read in a damaged library file, into a new library or a restored backup. Nothing
 * is changed in the damaged file. Answers how many posts were found.
 */
export const salvage = (damagedFile: string, library: Database): number => {
  const damaged = new LibraryFile(damagedFile, { readOnly: true });
  const keysThere = new Map<number, number>();
  try {
    library.transaction(() => {
      for (const table of tablesBefore) eachReadable(damaged, table, (row) => putAlone(library, table, row));
      eachReadable(damaged, 'articles', (row) => takeArticle(library, row));
      eachReadable(damaged, 'posts', (row) => {
        const key = takePost(library, row);
        if (key !== null) keysThere.set(Number(row.key), key);
      });
      for (const table of postTables) {
        eachReadable(damaged, table, (row) => {
          const post = keysThere.get(Number(row.post));
          if (post !== undefined) put(library, table, { ...row, post });
        });
      }
      for (const table of tablesAfter) eachReadable(damaged, table, (row) => putAlone(library, table, row));
      for (const key of keysThere.values()) finishPost(library, key);
    });
  } finally {
    damaged.close();
  }
  return keysThere.size;
};

/** Rows that other rows name by something else than their number get a new number where theirs is taken. */
const putAlone = (library: Database, table: string, row: Row): void => {
  const { key: _key, ...columns } = row;
  put(library, table, columns);
};

const finishPost = (library: Database, key: number): void => {
  refreshState(library, key);
  const row = library.get<Row>('SELECT * FROM posts WHERE key = ?', key);
  const body = row && readBody(row);
  const texts = body && documents().textsOf(body);
  if (texts?.ok) indexPost(library, key, texts.value, sourcesOf(library, key));
};
