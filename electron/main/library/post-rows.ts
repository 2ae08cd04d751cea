import { z } from 'zod';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import {
  type Edit,
  type EditKind,
  type Post,
  type PostFields,
  type PostId,
  type PostState,
  postFieldsSchema,
  type StoredDocument,
  storedDocumentSchema,
} from '../../../core/document/post.ts';
import { newSource, type Source, sourceSchema } from '../../../core/sources/source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import { documents } from './documents.ts';

/** What the groups of the library are made from. `now` is milliseconds UTC. */
export type Storage = { readonly database: Database; readonly now: () => number };

/** A row of `posts`, as `firstLibrary` in migrations.ts declares it. */
export type PostRow = {
  readonly key: number;
  readonly id: PostId;
  readonly revision: number;
  readonly body_revision: number;
  readonly fields_revision: number;
  readonly sources_revision: number;
  readonly body_sequence: number;
  readonly state: PostState;
  readonly trashed: 0 | 1;
  readonly example: 0 | 1;
  readonly headline: string;
  readonly created_at: number;
  readonly changed_at: number;
  readonly fields: string;
  readonly body: string;
};

/** How much raw text of an unreadable post goes into `Trouble.detail`, in characters. */
const rawLimit = 1_000_000;

export const postRow = (database: Database, id: PostId): PostRow | undefined =>
  database.get<PostRow>('SELECT * FROM posts WHERE id = ?', id);

/** Runs in one transaction with the post's row, or answers `post/not-found`. */
export const withPost = <T>(database: Database, id: PostId, run: (row: PostRow) => Result<T>): Result<T> =>
  database.transaction(() => {
    const row = postRow(database, id);
    return row ? run(row) : failed('post/not-found');
  });

/** A post that cannot be read any more, with all that is stored of its text. */
export const unreadable = (row: PostRow, reason: string, edits: readonly Edit[] = []): Result<never> => {
  const raw = edits.length === 0 ? row.body : `${row.body}\n${JSON.stringify(edits)}`;
  return failed('post/unreadable', {
    params: { headline: row.headline },
    detail: `${reason}\n\n${raw}`.slice(0, rawLimit),
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** A row of `edits`. */
export type EditRow = {
  readonly sequence: number;
  readonly step: string;
  readonly inverse: string;
  readonly kind: EditKind;
};

export const editOf = ({ step, inverse, kind }: EditRow): Edit => ({
  step: JSON.parse(step),
  inverse: JSON.parse(inverse),
  kind,
});

/** The number that the next edit of the post gets. */
export const nextSequence = (database: Database, row: Pick<PostRow, 'key' | 'body_sequence'>): number => {
  const last = database.get<{ last: number | null }>('SELECT max(sequence) AS last FROM edits WHERE post = ?', row.key);
  return Math.max(row.body_sequence, (last?.last ?? -1) + 1);
};

/** Journaled edits from one number on, as long as they follow each other. */
export const editsFrom = (database: Database, key: number, sequence: number): readonly Edit[] => {
  const rows = database.all<EditRow>(
    'SELECT sequence, step, inverse, kind FROM edits WHERE post = ? AND sequence >= ? ORDER BY sequence',
    key,
    sequence,
  );
  return rows.filter((row, index) => row.sequence === sequence + index).map(editOf);
};

type SourceRow = Pick<Source, 'id' | 'url' | 'title' | 'publisher'> & { readonly details: string };

/** Details that cannot be read count as unknown: the source itself stays. */
const sourceOf = ({ details, ...words }: SourceRow): Source => {
  const known = parseJson(details);
  const source = sourceSchema.safeParse({ ...(typeof known === 'object' ? known : {}), ...words });
  return source.success ? source.data : newSource(words);
};

export const sourcesOf = (database: Database, key: number): readonly Source[] =>
  database
    .all<SourceRow>('SELECT id, url, title, publisher, details FROM sources WHERE post = ? ORDER BY position', key)
    .map(sourceOf);

export const writeSources = (database: Database, key: number, sources: readonly Source[]): void => {
  database.run('DELETE FROM sources WHERE post = ?', key);
  sources.forEach(({ id, url, title, publisher, ...details }, position) => {
    database.run(
      'INSERT INTO sources (post, position, id, url, title, publisher, details) VALUES (?, ?, ?, ?, ?, ?, ?)',
      key,
      position,
      id,
      url,
      title,
      publisher,
      JSON.stringify(details),
    );
  });
};

/** The newest document: the snapshot with the edits journaled after it. */
export const currentDocument = (database: Database, row: PostRow): Result<StoredDocument> => {
  const stored = storedDocumentSchema.safeParse(parseJson(row.body));
  if (!stored.success) return unreadable(row, z.prettifyError(stored.error));
  const edits = editsFrom(database, row.key, row.body_sequence);
  // It was checked when it was written, and whoever reads it checks it again.
  if (edits.length === 0 && stored.data.schemaVersion === schemaVersion) return ok(stored.data);
  const document = documents().replay(stored.data, edits);
  return document.ok ? document : unreadable(row, document.error.detail ?? document.error.code, edits);
};

export const fieldsOf = (row: PostRow): Result<PostFields> => {
  const fields = postFieldsSchema.safeParse(parseJson(row.fields));
  return fields.success ? ok(fields.data) : unreadable(row, `${z.prettifyError(fields.error)}\n${row.fields}`);
};

/** The whole post in its newest state. */
export const readPost = (database: Database, row: PostRow): Result<Post> => {
  const document = currentDocument(database, row);
  if (!document.ok) return document;
  const fields = fieldsOf(row);
  if (!fields.ok) return fields;
  return ok({
    id: row.id,
    revision: row.revision,
    sequence: nextSequence(database, row),
    state: row.state,
    trashed: row.trashed === 1,
    example: row.example === 1,
    document: document.value,
    fields: fields.value,
    sources: sourcesOf(database, row.key),
    createdAt: row.created_at,
    changedAt: row.changed_at,
  });
};
