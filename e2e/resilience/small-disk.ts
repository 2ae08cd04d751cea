import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real disk of its own, as a folder. */
export type SmallDisk = {
  readonly folder: string;
  /** Makes it read-only, or writable again. No file on it may be open for writing. */
  readonly remount: (access: 'ro' | 'rw') => Promise<void>;
  readonly unmount: () => Promise<void>;
};

/** Mounts a disk of this many bytes, or answers why this machine cannot have one: it takes root on Linux. */
export const mountSmallDisk = async (bytes: number): Promise<SmallDisk | string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  } catch (error) {
    await rm(folder, { recursive: true });
    return `No disk can be mounted here: ${error instanceof Error ? error.message : error}`;
  }
  return {
    folder,
    remount: async (access) => void (await run('mount', ['-o', `remount,${access}`, folder])),
    unmount: async () => {
      await run('umount', ['--lazy', folder]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
