import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { ThreadHandle } from '../library-thread.ts';

/** Starts the library thread under Node instead of Electron; `started` hears of each one, so that a test can kill it. */
export const startChild = (folder: string, started: (child: ChildProcess) => void = () => {}): ThreadHandle => {
  const child = fork(join(import.meta.dirname, 'library-child.ts'), [folder], { serialization: 'advanced' });
  started(child);
  return {
    // A message to a child that was just killed is lost, as it is over Electron; its exit answers the call.
    postMessage: (request) => child.send(request, () => {}),
    onAnswer: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill('SIGKILL'),
  };
};
