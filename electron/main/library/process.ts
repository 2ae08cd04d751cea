import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import type {} from 'electron';
import { backUp, backupIsDue } from './backup.ts';
import { libraryFile } from './open-library.ts';
import { suspect } from './recovery.ts';
import { serve } from './serve.ts';

/*
 * The library process (Electron's utilityProcess, `out/main/library-process.js`): it alone opens the library's file.
 * The same file is the worker that makes the daily backup, so that a large copy does not stand between a key press
 * and the journal.
 */

/** Milliseconds: the first backup waits until the app has started, later ones are looked for every hour. */
const firstBackup = 60_000;
const backupInterval = 60 * 60_000;

const startBackup = (folder: string): void => {
  if (!backupIsDue(folder, Date.now())) return;
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: folder });
  worker.on('error', (error) => console.error('The backup failed', error));
};

if (isMainThread) {
  const folder = process.argv.at(-1);
  if (!folder) throw new Error('The library process needs its folder');
  const { parentPort } = process;
  serve(
    folder,
    {
      post: (answer) => parentPort.postMessage(answer),
      onRequest: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    },
    () => process.exit(0),
  );
  setTimeout(startBackup, firstBackup, folder);
  setInterval(startBackup, backupInterval, folder);
} else {
  const folder = String(workerData);
  const trouble = backUp(libraryFile(folder), folder, Date.now());
  if (trouble?.code === 'library/corrupt') suspect(folder);
  if (trouble) throw new Error(`${trouble.code}: ${trouble.detail}`);
}
