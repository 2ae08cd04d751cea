import { type PostFields, postFieldsSchema, type StoredDocument } from '../../../core/document/post.ts';
import { type Source, sourcesSchema } from '../../../core/sources/source.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { Posts, Version, VersionReason } from './library.ts';
import { currentDocument, type PostRow, postRow, type Storage, sourcesOf, withPost } from './post-rows.ts';

/** A state as it is kept: JSON texts, so that even an unreadable one can be. */
type Kept = { readonly body: string; readonly fields: string; readonly sources: string };
type KeptRow = Kept & Version;

const minute = 60_000;
const day = 24 * 60 * minute;

/** While typing goes on, one state in this many milliseconds is kept. */
const pauseInterval = 10 * minute;

const newest = ({ database }: Storage, key: number): KeptRow | undefined =>
  database.get<KeptRow>('SELECT * FROM versions WHERE post = ? ORDER BY number DESC LIMIT 1', key);

/** Keeps a state; one that is already the newest is only given the weightier reason. */
export const keep = (storage: Storage, key: number, why: VersionReason, kept: Kept): void => {
  const { database, now } = storage;
  const last = newest(storage, key);
  if (last && last.body === kept.body && last.fields === kept.fields && last.sources === kept.sources) {
    if (last.why === why || why === 'pause') return;
    if (last.why === 'pause') {
      database.run('UPDATE versions SET why = ?, at = ? WHERE post = ? AND number = ?', why, now(), key, last.number);
      return;
    }
  }
  database.run(
    'INSERT INTO versions (post, number, at, why, body, fields, sources) VALUES (?, ?, ?, ?, ?, ?, ?)',
    key,
    (last?.number ?? 0) + 1,
    now(),
    why,
    kept.body,
    kept.fields,
    kept.sources,
  );
};

const keptOf = ({ database }: Storage, row: PostRow, body: string): Kept => ({
  body,
  fields: row.fields,
  sources: JSON.stringify(sourcesOf(database, row.key)),
});

/** A part that was offered on a stale revision, kept beside the other parts as they are. */
export const keepRefused = (
  storage: Storage,
  row: PostRow,
  offered: { readonly document?: StoredDocument; readonly fields?: PostFields; readonly sources?: readonly Source[] },
): void => {
  const { database } = storage;
  const current = offered.document ? ok(offered.document) : currentDocument(database, row);
  keep(storage, row.key, 'conflict', {
    body: current.ok ? JSON.stringify(current.value) : row.body,
    fields: offered.fields ? JSON.stringify(offered.fields) : row.fields,
    sources: JSON.stringify(offered.sources ?? sourcesOf(database, row.key)),
  });
};

/** Keeps what typing came to rest on, at most every ten minutes; of older days the last state of each day stays. */
export const keepPause = (storage: Storage, row: PostRow, body: string): void => {
  const { database, now } = storage;
  const last = newest(storage, row.key);
  if (last && now() - last.at < pauseInterval) return;
  keep(storage, row.key, 'pause', keptOf(storage, row, body));
  database.run(
    `DELETE FROM versions WHERE post = ?1 AND why = 'pause' AND at < ?2 AND number NOT IN (
       SELECT max(number) FROM versions WHERE post = ?1 AND why = 'pause' GROUP BY at / ?3)`,
    row.key,
    now() - day,
    day,
  );
};

/** The calls about kept states. */
export const versionCalls = (storage: Storage): Pick<Posts, 'keepVersion' | 'versions' | 'version'> => {
  const { database } = storage;
  return {
    keepVersion: ({ id, why = 'named' }) =>
      withPost(database, id, (row) => {
        const document = currentDocument(database, row);
        if (!document.ok) return document;
        keep(storage, row.key, why, keptOf(storage, row, JSON.stringify(document.value)));
        return ok(undefined);
      }),

    versions: ({ id }) => {
      const row = postRow(database, id);
      if (!row) return failed('post/not-found');
      return ok(
        database.all<Version>('SELECT number, at, why FROM versions WHERE post = ? ORDER BY number DESC', row.key),
      );
    },

    version: ({ id, number }) => {
      const kept = database.get<KeptRow>(
        `SELECT versions.* FROM versions JOIN posts ON posts.key = versions.post
         WHERE posts.id = ? AND versions.number = ?`,
        id,
        number,
      );
      if (!kept) return failed('post/not-found');
      return ok({
        number: kept.number,
        at: kept.at,
        why: kept.why,
        document: JSON.parse(kept.body) as StoredDocument,
        fields: postFieldsSchema.parse(JSON.parse(kept.fields)),
        sources: sourcesSchema.parse(JSON.parse(kept.sources)),
      });
    },
  };
};
