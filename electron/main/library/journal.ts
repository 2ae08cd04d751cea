import type { Edit } from '../../../core/document/post.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import type { Posts } from './library.ts';
import { nextSequence, type PostRow, type Storage } from './post-rows.ts';

/** How many edits below the snapshot stay as the undo history. */
export const undoDepth = 1000;

type EditRow = { readonly sequence: number; readonly step: string; readonly inverse: string };

/** Whether other edits than these are journaled under the same numbers. */
const contradicts = (database: Database, key: number, sequence: number, edits: readonly Edit[]): boolean =>
  database
    .all<EditRow>(
      'SELECT sequence, step, inverse FROM edits WHERE post = ? AND sequence >= ? AND sequence < ?',
      key,
      sequence,
      sequence + edits.length,
    )
    .some((known) => known.step !== JSON.stringify(edits[known.sequence - sequence]?.step));

/** The journal's one call: cheap, because it runs while the writer types. It neither reads nor writes the post's text. */
export const appendEdits =
  ({ database }: Storage): Posts['append'] =>
  ({ id, sequence, edits }) =>
    database.transaction(() => {
      const row = database.get<Pick<PostRow, 'key' | 'body_sequence'>>(
        'SELECT key, body_sequence FROM posts WHERE id = ?',
        id,
      );
      if (!row) return failed('post/not-found');
      const next = nextSequence(database, row);
      if (sequence > next) return failed('post/stale', { detail: `edit ${sequence} offered, ${next} expected` });
      if (contradicts(database, row.key, sequence, edits)) {
        return failed('post/stale', { detail: `other edits are journaled from ${sequence} on` });
      }
      edits.forEach((edit, index) => {
        if (sequence + index < next) return;
        database.run(
          'INSERT INTO edits (post, sequence, step, inverse) VALUES (?, ?, ?, ?)',
          row.key,
          sequence + index,
          JSON.stringify(edit.step),
          JSON.stringify(edit.inverse),
        );
      });
      return ok({ sequence: Math.max(next, sequence + edits.length) });
    });
