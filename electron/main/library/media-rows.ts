import type { Media } from '../../../core/document/media.ts';
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

export const mediaCalls = ({ database, now }: Storage): MediaRows => ({
  get: ({ sha256 }) => {
    const media = database.get<Media>(
      'SELECT sha256, type, bytes, width, height, name FROM media WHERE sha256 = ?',
      sha256,
    );
    return media ? ok(media) : failed('media/missing');
  },

  put: ({ sha256, type, bytes, width, height, name }) => {
    database.run(
      'INSERT OR IGNORE INTO media (sha256, type, bytes, width, height, name, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      sha256,
      type,
      bytes,
      width,
      height,
      name,
      now(),
    );
    return ok(undefined);
  },

  removeUnused: ({ sha256 }) =>
    database.transaction(() => {
      if (database.get<{ mentioned: 0 | 1 }>(mentionedSql, sha256)?.mentioned) return ok(false);
      return ok(database.run('DELETE FROM media WHERE sha256 = ?', sha256).changes > 0);
    }),
});
