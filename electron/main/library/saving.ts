import type { StoredDocument } from '../../../core/document/post.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import { documents } from './documents.ts';
import { undoDepth } from './journal.ts';
import type { Posts } from './library.ts';
import {
  currentDocument,
  nextSequence,
  type PostRow,
  postRow,
  type Storage,
  sourcesOf,
  withPost,
  writeSources,
} from './post-rows.ts';
import { indexPost } from './search.ts';
import { keepPause, keepRefused } from './versions.ts';

/** Whether the part that was last changed in `partRevision` was changed after the revision a save is based on. */
const isStale = (row: PostRow, revision: number, partRevision: number): boolean =>
  revision < partRevision || revision > row.revision;

/** Replaces the snapshot; it contains every edit below `sequence`. */
const writeSnapshot = (
  storage: Storage,
  row: PostRow,
  sequence: number,
  document: StoredDocument,
): Result<{ readonly revision: number }> => {
  const { database, now } = storage;
  const body = JSON.stringify(document);
  if (body === row.body && sequence === row.body_sequence) return ok({ revision: row.revision });
  const texts = documents().textsOf(document);
  if (!texts.ok) return texts;
  const { headline, firstWords } = texts.value;
  const changed = body !== row.body;
  const revision = row.revision + (changed ? 1 : 0);
  database.run(
    `UPDATE posts SET body = ?, body_sequence = ?, revision = ?, headline = ?, first_words = ?, changed_at = ?
     WHERE key = ?`,
    body,
    sequence,
    revision,
    headline,
    firstWords,
    changed ? now() : row.changed_at,
    row.key,
  );
  database.run('DELETE FROM edits WHERE post = ? AND sequence < ?', row.key, sequence - undoDepth);
  indexPost(database, row.key, texts.value, sourcesOf(database, row.key));
  keepPause(storage, row, body);
  return ok({ revision });
};

const reindex = (database: Database, row: PostRow): void => {
  const document = currentDocument(database, row);
  const texts = document.ok ? documents().textsOf(document.value) : document;
  if (texts.ok) indexPost(database, row.key, texts.value, sourcesOf(database, row.key));
};

/**
 * Puts what was typed before a crash into the snapshot, so that list and search know it. The post gets a new revision,
 * its document does not: a window that outlived the library thread may still save on the one it has.
 */
export const foldJournals = (storage: Storage): void => {
  const { database } = storage;
  const keys = database.all<{ id: PostRow['id'] }>(
    `SELECT id FROM posts p WHERE key IN (SELECT key FROM posts q INDEXED BY posts_by_snapshot
       WHERE EXISTS (SELECT 1 FROM edits WHERE post = q.key AND sequence >= q.body_sequence))`,
  );
  for (const { id } of keys) {
    database.transaction(() => {
      const row = postRow(database, id);
      const document = row && currentDocument(database, row);
      if (row && document?.ok) writeSnapshot(storage, row, nextSequence(database, row), document.value);
    });
  }
};

/** The three saves. Each is checked against the revision in which its own part was last changed. */
export const saveCalls = (storage: Storage): Pick<Posts, 'save' | 'saveFields' | 'saveSources'> => {
  const { database, now } = storage;

  const raise = (row: PostRow, part: 'fields' | 'sources'): Result<{ readonly revision: number }> => {
    const revision = row.revision + 1;
    database.run(
      `UPDATE posts SET revision = ?1, ${part}_revision = ?1, changed_at = ?2 WHERE key = ?3`,
      revision,
      now(),
      row.key,
    );
    return ok({ revision });
  };

  return {
    save: ({ id, revision, sequence, document }) =>
      withPost(database, id, (row) => {
        const repeated = row.body_sequence === sequence && row.body === JSON.stringify(document);
        if (repeated) return ok({ revision: row.revision });
        if (isStale(row, revision, row.body_revision) || sequence < row.body_sequence) {
          keepRefused(storage, row, { document });
          return failed('post/stale', { detail: `revision ${revision} offered, ${row.revision} stored` });
        }
        const written = writeSnapshot(storage, row, sequence, document);
        // A document that the schema refuses would be unreadable as a snapshot: the journal stays, the offer is kept.
        if (written.ok) database.run('UPDATE posts SET body_revision = revision WHERE key = ?', row.key);
        else keepRefused(storage, row, { document });
        return written;
      }),

    saveFields: ({ id, revision, fields }) =>
      withPost(database, id, (row) => {
        if (row.fields === JSON.stringify(fields)) return ok({ revision: row.revision });
        if (isStale(row, revision, row.fields_revision)) {
          keepRefused(storage, row, { fields });
          return failed('post/stale');
        }
        database.run('UPDATE posts SET fields = ? WHERE key = ?', JSON.stringify(fields), row.key);
        return raise(row, 'fields');
      }),

    saveSources: ({ id, revision, sources }) =>
      withPost(database, id, (row) => {
        if (JSON.stringify(sourcesOf(database, row.key)) === JSON.stringify(sources)) {
          return ok({ revision: row.revision });
        }
        if (isStale(row, revision, row.sources_revision)) {
          keepRefused(storage, row, { sources });
          return failed('post/stale');
        }
        writeSources(database, row.key, sources);
        reindex(database, row);
        return raise(row, 'sources');
      }),
  };
};
