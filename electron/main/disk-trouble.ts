import { failed } from '../../core/trouble.ts';

/**
 * What the writer is told when a small file could not be written: `library/disk-full` or `library/read-only`.
 *
 * @throws every error that is none of the disk's
 */
export const diskTrouble = (error: unknown): ReturnType<typeof failed> => {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return failed('library/disk-full', { detail: String(error) });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return failed('library/read-only', { detail: String(error) });
  }
  throw error;
};
