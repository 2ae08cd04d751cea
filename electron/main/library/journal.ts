import type { Edit } from '../../../core/document/post.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { Database } from './database.ts';
import type { Posts } from './library.ts';
import { type EditRow, editOf, nextSequence, type PostRow, postRow, type Storage } from './post-rows.ts';

/** How many edits below the snapshot stay as the undo history. */
export const undoDepth = 1000;

/** Whether other edits than these are journaled under the same numbers. */
const contradicts = (database: Database, key: number, sequence: number, edits: readonly Edit[]): boolean =>
  database
    .all<Pick<EditRow, 'sequence' | 'step'>>(
      'SELECT sequence, step FROM edits WHERE post = ? AND sequence >= ? AND sequence < ?',
      key,
      sequence,
      sequence + edits.length,
    )
    .some((known) => known.step !== JSON.stringify(edits[known.sequence - sequence]?.step));

/** The journal's write: cheap, because it runs while the writer types. It neither reads nor writes the post's text. */
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
          'INSERT INTO edits (post, sequence, step, inverse, kind) VALUES (?, ?, ?, ?, ?)',
          row.key,
          sequence + index,
          JSON.stringify(edit.step),
          JSON.stringify(edit.inverse),
          edit.kind,
        );
      });
      return ok({ sequence: Math.max(next, sequence + edits.length) });
    });

/** Reads what undo can still take back. A row that is damaged or missing ends it: nothing before it can be reached. */
export const readJournal =
  ({ database }: Storage): Posts['journal'] =>
  ({ id, before }) => {
    const row = postRow(database, id);
    if (!row) return failed('post/not-found');
    const rows = database.all<EditRow>(
      'SELECT sequence, step, inverse, kind FROM edits WHERE post = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?',
      row.key,
      before,
      undoDepth,
    );
    const edits: Edit[] = [];
    for (const [index, edit] of rows.entries()) {
      const read = edit.sequence === before - 1 - index ? readEdit(edit) : null;
      if (!read) break;
      edits.unshift(read);
    }
    return ok(edits);
  };

const readEdit = (row: EditRow): Edit | null => {
  try {
    return editOf(row);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
