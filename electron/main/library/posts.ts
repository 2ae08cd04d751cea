import { emptyFields, type PostFields, type PostId, type StoredDocument } from '../../../core/document/post.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { articlesNamedBy, forgetUnused } from './articles.ts';
import { documents } from './documents.ts';
import { appendEdits, readJournal } from './journal.ts';
import type { NewPost, Posts } from './library.ts';
import { listPosts } from './post-list.ts';
import { type PostRow, postRow, readPost, type Storage, withPost, writeSources } from './post-rows.ts';
import { saveCalls } from './saving.ts';
import { indexPost, removeFromIndex } from './search.ts';
import { usedBeforeCall } from './used-before.ts';
import { versionCalls } from './versions.ts';

const exampleMadeFact = 'example-made';

/** Whether something was noted about this library for good. */
const hasFact = ({ database }: Storage, name: string): boolean =>
  database.get('SELECT value FROM facts WHERE name = ?', name) !== undefined;

/** Notes that the example was made, so that the first run is over for good. */
export const noteExampleMade = ({ database, now }: Storage): void => {
  database.run('INSERT OR IGNORE INTO facts (name, value) VALUES (?, ?)', exampleMadeFact, String(now()));
};

const insertPost = (storage: Storage, content: NewPost, example: boolean): Result<PostRow> => {
  const { database, now } = storage;
  const texts = documents().textsOf(content.document);
  if (!texts.ok) return texts;
  const id = crypto.randomUUID() as PostId;
  const at = now();
  const { lastInsertRowid: key } = database.run(
    `INSERT INTO posts (id, revision, body_revision, fields_revision, sources_revision, body_sequence, state, trashed,
       example, headline, first_words, created_at, changed_at, fields, body)
     VALUES (?, 1, 1, 1, 1, 0, 'draft', 0, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    example ? 1 : 0,
    texts.value.headline,
    texts.value.firstWords,
    at,
    at,
    JSON.stringify(content.fields ?? emptyFields),
    JSON.stringify(content.document),
  );
  const sources = content.sources ?? [];
  writeSources(database, key, sources);
  indexPost(database, key, texts.value, sources);
  const row = postRow(database, id);
  if (!row) throw new Error('The post that was just stored is not there');
  return ok(row);
};

/** Everything about posts but publishing. */
export const postCalls = (storage: Storage): Posts => {
  const { database } = storage;

  const add = (content: NewPost, example = false): ReturnType<Posts['create']> =>
    database.transaction(() => {
      const inserted = insertPost(storage, content, example);
      return inserted.ok ? readPost(database, inserted.value) : inserted;
    });

  const setTrashed = (id: PostId, trashed: 0 | 1): Result<void> =>
    withPost(database, id, (row) => {
      database.run('UPDATE posts SET trashed = ? WHERE key = ?', trashed, row.key);
      return ok(undefined);
    });

  return {
    list: listPosts(database),
    open: ({ id }) => {
      const row = postRow(database, id);
      return row ? readPost(database, row) : failed('post/not-found');
    },
    create: (content) => add(content),

    exampleMade: () => ok(hasFact(storage, exampleMadeFact)),
    showExample: (content) =>
      database.transaction(() => {
        noteExampleMade(storage);
        const existing = database.get<PostRow>('SELECT * FROM posts WHERE example = 1 ORDER BY key LIMIT 1');
        if (!existing) return add(content, true);
        setTrashed(existing.id, 0);
        return readPost(database, { ...existing, trashed: 0 });
      }),

    duplicate: ({ id }) =>
      withPost(database, id, (row) => {
        const post = readPost(database, row);
        if (!post.ok) return post;
        const document: StoredDocument = documents().copyOf(post.value.document);
        const fields: PostFields = { ...post.value.fields, slug: '' };
        return add({ document, fields, sources: post.value.sources });
      }),

    trash: ({ id }) => setTrashed(id, 1),
    restore: ({ id }) => setTrashed(id, 0),
    deleteForever: ({ id }) =>
      withPost(database, id, (row) => {
        if (row.trashed === 0) return failed('app/bad-request', { detail: 'Only a post in the trash can be deleted' });
        removeFromIndex(database, row.key);
        const articles = articlesNamedBy(storage, row.key);
        database.run('DELETE FROM posts WHERE key = ?', row.key);
        forgetUnused(storage, articles);
        return ok(undefined);
      }),

    append: appendEdits(storage),
    journal: readJournal(storage),
    ...saveCalls(storage),
    ...versionCalls(storage),
    ...usedBeforeCall(storage),
  };
};
