import type { Media } from '../../../core/document/media.ts';
import { suggestionsSchema, withPageWords } from '../../../core/pictures/suggestions.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { MediaRows } from './library.ts';
import type { Storage } from './post-rows.ts';

/**
 * Whether a hash is mentioned anywhere that may still need the picture. It is searched for as text, so that
 * unreadable posts, undone edits and frozen jobs count too.
 */
const mentionedSql = `
  SELECT EXISTS (SELECT 1 FROM posts WHERE instr(body, ?1) OR instr(fields, ?1))
    OR EXISTS (SELECT 1 FROM edits WHERE instr(step, ?1) OR instr(inverse, ?1))
    OR EXISTS (SELECT 1 FROM versions WHERE instr(body, ?1) OR instr(fields, ?1))
    OR EXISTS (SELECT 1 FROM jobs WHERE instr(job, ?1)) AS mentioned`;

type MediaRow = Omit<Media, 'suggestions'> & { readonly suggestions: string };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** A row that came over from a damaged library may hold anything: without readable suggestions a picture has none. */
const suggestionsIn = ({ suggestions }: MediaRow): Media['suggestions'] =>
  suggestionsSchema.safeParse(parseJson(suggestions)).data ?? [];

export const mediaCalls = ({ database, now }: Storage): MediaRows => ({
  get: ({ sha256 }) => {
    const row = database.get<MediaRow>(
      'SELECT sha256, type, bytes, width, height, name, suggestions FROM media WHERE sha256 = ?',
      sha256,
    );
    return row ? ok({ ...row, suggestions: suggestionsIn(row) }) : failed('media/missing');
  },

  put: ({ sha256, type, bytes, width, height, name, suggestions }) => {
    database.run(
      `INSERT OR IGNORE INTO media (sha256, type, bytes, width, height, name, added_at, suggestions)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      sha256,
      type,
      bytes,
      width,
      height,
      name,
      now(),
      JSON.stringify(suggestions),
    );
    return ok(undefined);
  },

  suggest: ({ sha256, page }) =>
    database.transaction(() => {
      const row = database.get<MediaRow>('SELECT * FROM media WHERE sha256 = ?', sha256);
      if (!row) return failed('media/missing');
      const suggestions = withPageWords(suggestionsIn(row), page);
      database.run('UPDATE media SET suggestions = ? WHERE sha256 = ?', JSON.stringify(suggestions), sha256);
      return ok(undefined);
    }),

  dismissSuggestion: ({ sha256, field }) =>
    database.transaction(() => {
      const row = database.get<MediaRow>('SELECT * FROM media WHERE sha256 = ?', sha256);
      if (!row) return failed('media/missing');
      const left = suggestionsIn(row).filter((suggestion) => suggestion.field !== field);
      database.run('UPDATE media SET suggestions = ? WHERE sha256 = ?', JSON.stringify(left), sha256);
      return ok(undefined);
    }),

  removeUnused: ({ sha256 }) =>
    database.transaction(() => {
      if (database.get<{ mentioned: 0 | 1 }>(mentionedSql, sha256)?.mentioned) return ok(false);
      return ok(database.run('DELETE FROM media WHERE sha256 = ?', sha256).changes > 0);
    }),
});
