import type { Edit } from '../../../core/document/post.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { Posts } from './library.ts';
import { nextSequence, type PostRow, type Storage, withPost } from './post-rows.ts';

/** How many edits below the snapshot stay as the undo history. */
export const undoDepth = 1000;

type EditRow = { readonly sequence: number; readonly step: string; readonly inverse: string };

/** Whether other edits than these are journaled under the same numbers. */
const contradicts = ({ database }: Storage, row: PostRow, sequence: number, edits: readonly Edit[]): boolean =>
  database
    .all<EditRow>(
      'SELECT sequence, step, inverse FROM edits WHERE post = ? AND sequence >= ? AND sequence < ?',
      row.key,
      sequence,
      sequence + edits.length,
    )
    .some((known) => known.step !== JSON.stringify(edits[known.sequence - sequence]?.step));

/** The journal's one call: cheap, because it runs while the writer types. It never touches the post's own row. */
export const appendEdits =
  (storage: Storage): Posts['append'] =>
  ({ id, sequence, edits }) =>
    withPost(storage.database, id, (row) => {
      const { database } = storage;
      const next = nextSequence(database, row);
      if (sequence > next) return failed('post/stale', { detail: `edit ${sequence} offered, ${next} expected` });
      if (contradicts(storage, row, sequence, edits)) {
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
