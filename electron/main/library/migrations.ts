import type { Database } from './database.ts';

/** One step of the schema. Its position in the list is the number that it raises `user_version` to; it is never edited. */
export type Migration = { readonly name: string; readonly sql: string };

/**
 * Times are milliseconds UTC; `fields`, `site` and the like are JSON. `posts.body` stands last, so that lists do not
 * read past it. Edits below `body_sequence` are in the body already and stay as the undo history.
 */
const firstLibrary = `
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE posts (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    revision INTEGER NOT NULL,
    body_revision INTEGER NOT NULL,
    fields_revision INTEGER NOT NULL,
    sources_revision INTEGER NOT NULL,
    body_sequence INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'published')),
    trashed INTEGER NOT NULL CHECK (trashed IN (0, 1)),
    example INTEGER NOT NULL CHECK (example IN (0, 1)),
    headline TEXT NOT NULL,
    first_words TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    fields TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX posts_by_change ON posts (trashed, changed_at);
  CREATE INDEX posts_by_state ON posts (trashed, state, changed_at);
  CREATE INDEX posts_by_snapshot ON posts (body_sequence);

  CREATE TABLE edits (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    step TEXT NOT NULL,
    inverse TEXT NOT NULL,
    PRIMARY KEY (post, sequence)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    why TEXT NOT NULL,
    fields TEXT NOT NULL,
    sources TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (post, number)
  ) STRICT;

  CREATE TABLE sources (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    PRIMARY KEY (post, position)
  ) STRICT;

  CREATE VIRTUAL TABLE post_search USING fts5 (
    headline, text, sources, captions,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
  );
  CREATE VIRTUAL TABLE post_search_unspaced USING fts5 (text, tokenize = 'trigram');

  CREATE TABLE media (
    sha256 TEXT PRIMARY KEY,
    type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE blogs (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    connected INTEGER NOT NULL CHECK (connected IN (0, 1)),
    blog TEXT NOT NULL
  ) STRICT;

  CREATE TABLE publications (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    blog TEXT NOT NULL REFERENCES blogs (id),
    remote_id TEXT NOT NULL,
    link TEXT NOT NULL,
    slug TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'scheduled', 'published')),
    base TEXT NOT NULL,
    revision INTEGER NOT NULL,
    date INTEGER,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (post, blog)
  ) STRICT;

  CREATE TABLE uploads (
    blog TEXT NOT NULL REFERENCES blogs (id),
    sha256 TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    url TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    PRIMARY KEY (blog, sha256)
  ) STRICT;

  CREATE TABLE jobs (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    job TEXT NOT NULL
  ) STRICT;
`;

/** Undo steps that outlive a restart. Of earlier edits nobody noted which belong together: each is one of its own. */
const undoSteps = `
  ALTER TABLE edits ADD COLUMN kind TEXT NOT NULL DEFAULT 'new' CHECK (kind IN ('new', 'more', 'undo', 'redo'));
`;

/**
 * Saved articles, by the hash of their bytes. What is known of a source beyond its three words is JSON: it is written and read
 * whole.
 */
const savedArticles = `
  ALTER TABLE sources ADD COLUMN details TEXT NOT NULL DEFAULT '{}';

  CREATE TABLE articles (
    sha256 TEXT PRIMARY KEY,
    article TEXT NOT NULL,
    added_at INTEGER NOT NULL
  ) STRICT;
`;

/**
 * What pictures say of themselves for a figure's fields, as JSON, and the credits that posts use: one row for each credit of a
 * post, so that they can be offered without reading the posts.
 */
const pictureWords = `
  ALTER TABLE media ADD COLUMN suggestions TEXT NOT NULL DEFAULT '[]';

  CREATE TABLE credits (
    post INTEGER NOT NULL REFERENCES posts (key) ON DELETE CASCADE,
    text TEXT NOT NULL,
    PRIMARY KEY (post, text)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO credits (post, text)
    SELECT post, text FROM (
      SELECT posts.key AS post, trim((
        SELECT group_concat(part.value ->> 'text', '') FROM json_each(node.value, '$.content') AS part
      )) AS text
      FROM posts, json_tree(CASE WHEN json_valid(posts.body) THEN posts.body ELSE '{}' END) AS node
      WHERE node.type = 'object' AND node.value ->> 'type' = 'credit'
    ) WHERE text IS NOT NULL AND text <> '';
`;

export const migrations: readonly Migration[] = [
  { name: 'the first library', sql: firstLibrary },
  { name: 'undo steps', sql: undoSteps },
  { name: 'saved articles', sql: savedArticles },
  { name: 'words of pictures', sql: pictureWords },
];

/** The schema this app writes; a file with a higher number was written by a newer app. */
export const schemaVersion = migrations.length;

/** Runs the steps after `from`, each whole or not at all. */
export const migrate = (database: Database, from: number, steps: readonly Migration[] = migrations): void => {
  steps.slice(from).forEach((step, index) => {
    database.transaction(() => {
      database.exec(step.sql);
      database.exec(`PRAGMA user_version = ${from + index + 1}`);
    });
  });
};
