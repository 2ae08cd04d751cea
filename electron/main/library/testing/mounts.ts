import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const run = (command: string, ...input: readonly string[]): string | null => {
  const { status, stderr, error } = spawnSync(command, input, { encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
};

/** A real disk of this many bytes in a new folder, or why this machine cannot have one (it takes root on Linux). */
export const mountDisk = (bytes: number): { readonly folder: string; readonly refused: string | null } => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-disk-'));
  const refused = run('mount', '-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder);
  onTestFinished(() => {
    // Lazily, because SQLite's files stay open until their statements are collected.
    if (!refused) run('umount', '--lazy', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, refused };
};

/** Makes a mounted disk on which no file is open read-only, or writable again; answers why it cannot. */
export const remount = (folder: string, access: 'ro' | 'rw'): string | null =>
  run('mount', '-o', `remount,${access}`, folder);
