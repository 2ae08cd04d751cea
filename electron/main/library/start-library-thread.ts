import { Worker } from 'node:worker_threads';
import type { ThreadHandle } from './library-thread.ts';

/** Starts the library thread for `folder`. `script` is the built `library-thread.cjs`; what it prints and dies of goes to `log`. */
export const startLibraryThread = (script: string, folder: string, log: (line: string) => void): ThreadHandle => {
  const worker = new Worker(script, { workerData: folder, stdout: true, stderr: true });
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.on('data', (data: Buffer) => log(data.toString().trimEnd()));
  }
  worker.on('error', (error) => log(error.stack ?? String(error)));
  return {
    postMessage: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.on('message', listener),
    onExit: (listener) => worker.once('exit', () => listener()),
    kill: () => void worker.terminate(),
  };
};
