import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { backupIsDue } from './backup.ts';
import type { Answer } from './rpc.ts';
import { serve } from './serve.ts';
import type { Unused } from './unused-files.ts';

/*
 * The library thread (`out/main/library-thread.cjs`): it alone opens the library's file. The daily backup is a thread of
 * its own, so that a large copy does not stand between a key press and the journal.
 */

/** Milliseconds: the first backup waits until the app has started, later ones are looked for every hour. */
const firstBackup = 60_000;
const backupInterval = 60 * 60_000;

const port = parentPort;

const startBackup = (folder: string): void => {
  if (!backupIsDue(folder, Date.now())) return;
  const worker = new Worker(join(import.meta.dirname, 'backup-thread.cjs'), { workerData: folder });
  worker.on('message', (unused: Unused) => port?.postMessage({ kind: 'unused', unused } satisfies Answer));
  worker.on('error', (error) => console.error('The backup failed', error));
};

if (!port) throw new Error('The library thread is started by the main process');
const folder = String(workerData);
serve(
  folder,
  {
    post: (answer) => port.postMessage(answer),
    onRequest: (listener) => port.on('message', listener),
  },
  () => process.exit(0),
);
setTimeout(startBackup, firstBackup, folder);
setInterval(startBackup, backupInterval, folder);
