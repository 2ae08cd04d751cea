import { type Trouble, trouble } from '../../../core/trouble.ts';

type SystemError = Error & {
  readonly code?: string;
  /** Only on errors of the operating system. */
  readonly syscall?: string;
  /** SQLite's result code, primary or extended, https://sqlite.org/rescode.html */
  readonly errcode?: number;
  readonly sqliteExtendedCode?: number;
  readonly systemErrno?: number;
};

const primary = { busy: 5, locked: 6, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };
/**
 * What SQLite says for each of these codes (`sqlite3_errstr`): `all` and `iterate` of @photostructure/sqlite 1.2.1 throw
 * the message without its code.
 */
const codeByMessage: ReadonlyMap<string, number> = new Map([
  ['database is locked', primary.busy],
  ['database table is locked', primary.locked],
  ['attempt to write a readonly database', primary.readOnly],
  ['disk I/O error', primary.io],
  ['database disk image is malformed', primary.corrupt],
  ['database or disk is full', primary.full],
  ['unable to open database file', primary.cannotOpen],
  ['file is not a database', primary.notADatabase],
]);

/** SQLITE_IOERR_SHMSIZE: the file beside the WAL could not grow, which is a full disk. */
const ioSharedMemorySize = 4874;

const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const notWritable: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);
/** The same as numbers of Linux and macOS, which SQLite passes on when it cannot open a file. */
const notWritableNumbers: ReadonlySet<number> = new Set([30, 13, 1]);

const sqliteCode = (error: SystemError): Trouble['code'] | null => {
  const code = error.errcode ?? codeByMessage.get(error.message) ?? 0;
  // The low byte of an extended code is its primary one.
  switch (code & 0xff) {
    case primary.full:
      return 'library/disk-full';
    case primary.readOnly:
      return 'library/read-only';
    case primary.corrupt:
    case primary.notADatabase:
      return 'library/corrupt';
    case primary.cannotOpen:
      return notWritableNumbers.has(error.systemErrno ?? 0) ? 'library/read-only' : 'library/unavailable';
    case primary.io:
      return error.sqliteExtendedCode === ioSharedMemorySize ? 'library/disk-full' : 'library/unavailable';
    case primary.busy:
    case primary.locked:
      return 'library/unavailable';
    default:
      return null;
  }
};

/** Whether SQLite itself threw it, for whatever reason. */
export const isSqliteError = (error: unknown): boolean =>
  error instanceof Error && (error as SystemError).code === 'ERR_SQLITE_ERROR';

/** What a thrown error of SQLite or of the file system means to the writer; null when it is a bug of ours. */
export const storageTrouble = (error: unknown): Trouble | null => {
  if (!(error instanceof Error)) return null;
  const { code = '', syscall } = error as SystemError;
  const detail = error.message;
  if (fullDisk.has(code)) return trouble('library/disk-full', { detail });
  if (notWritable.has(code)) return trouble('library/read-only', { detail });
  if (syscall) return trouble('library/unavailable', { detail });
  const named = isSqliteError(error) ? sqliteCode(error as SystemError) : null;
  return named && trouble(named, { detail });
};
