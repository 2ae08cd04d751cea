import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, ok, type Result, type TroubleCode } from '../../../core/trouble.ts';

const codes: Readonly<Record<string, TroubleCode>> = {
  ENOSPC: 'file/disk-full',
  EDQUOT: 'file/disk-full',
  EACCES: 'file/not-writable',
  EPERM: 'file/not-writable',
  EROFS: 'file/not-writable',
  EBUSY: 'file/not-writable',
  EISDIR: 'file/not-writable',
  ENOENT: 'file/not-writable',
  ENOTDIR: 'file/not-writable',
};

/**
 * Writes a file that the writer chose, whole or not at all: what stood there before stays until the new one is complete.
 * Fails with `file/disk-full` and `file/not-writable`.
 */
export const writeChosenFile = async (path: string, bytes: Uint8Array): Promise<Result<void>> => {
  const unfinished = `${path}.unfinished`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    return ok(undefined);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const code = codes[(error as NodeJS.ErrnoException).code ?? ''];
    if (code === undefined) throw error;
    return failed(code, { params: { name: basename(path) }, detail: String(error) });
  }
};
