import { DatabaseSync } from '@photostructure/sqlite';
import { type Trouble, trouble } from '../../../core/trouble.ts';
import { storageTrouble } from './sqlite-troubles.ts';

export type Examination = { readonly schemaVersion: number; readonly trouble: Trouble | null };

/**
 * Looks at a library file without changing it: the number of its schema and whether it can be read; with `whole`
 * every page is read (about 100 MB a second).
 *
 * The answers come through a function instead of a statement, because a prepared statement of this SQLite binding
 * keeps the file open until it is garbage collected, and on Windows an open file cannot be renamed.
 */
export const examine = (file: string, { whole }: { readonly whole: boolean }): Examination => {
  let schemaVersion = 0;
  const problems: string[] = [];
  try {
    const connection = new DatabaseSync(file, { readOnly: true });
    try {
      connection.function('note_version', (value: number) => {
        schemaVersion = value;
        return null;
      });
      connection.function('note_problem', (text: string) => {
        if (text !== 'ok') problems.push(text);
        return null;
      });
      connection.exec('SELECT note_version(user_version) FROM pragma_user_version');
      // Reading the list of tables is what finds a file that is no database.
      connection.exec(
        'SELECT note_version(user_version) FROM pragma_user_version, (SELECT count(*) FROM sqlite_schema)',
      );
      if (whole) connection.exec('SELECT note_problem(integrity_check) FROM pragma_integrity_check');
    } finally {
      connection.close();
    }
  } catch (error) {
    const found = storageTrouble(error);
    if (!found) throw error;
    return { schemaVersion, trouble: found };
  }
  return {
    schemaVersion,
    trouble: problems.length === 0 ? null : trouble('library/corrupt', { detail: problems.slice(0, 10).join('\n') }),
  };
};
