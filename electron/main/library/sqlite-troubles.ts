import { type Trouble, trouble } from '../../../core/trouble.ts';

type SystemError = Error & {
  readonly code?: string;
  /** SQLite's primary and extended result codes, https://sqlite.org/rescode.html */
  readonly errcode?: number;
  readonly sqliteExtendedCode?: number;
  readonly systemErrno?: number;
};

const primary = { busy: 5, locked: 6, readOnly: 8, io: 10, corrupt: 11, full: 13, cannotOpen: 14, notADatabase: 26 };
/** SQLITE_IOERR_SHMSIZE: the file beside the WAL could not grow, which is a full disk. */
const ioSharedMemorySize = 4874;

const fullDisk: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
const notWritable: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);
/** The same as numbers of Linux and macOS, which SQLite passes on when it cannot open a file. */
const notWritableNumbers: ReadonlySet<number> = new Set([30, 13, 1]);

const sqliteCode = (error: SystemError): Trouble['code'] | null => {
  switch (error.errcode) {
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

/** What a thrown error of SQLite or of the file system means to the writer; null when it is a bug of ours. */
export const storageTrouble = (error: unknown): Trouble | null => {
  if (!(error instanceof Error)) return null;
  const { code = '' } = error as SystemError;
  const detail = error.message;
  if (fullDisk.has(code)) return trouble('library/disk-full', { detail });
  if (notWritable.has(code)) return trouble('library/read-only', { detail });
  const named = code === 'ERR_SQLITE_ERROR' ? sqliteCode(error as SystemError) : null;
  return named && trouble(named, { detail });
};
