import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { PageProcess } from '../read-apart.ts';

/** Starts the page process under Node; `started` hears of each one, so that a test can see it end. */
export const startPageChild = (started: (child: ChildProcess) => void = () => {}): PageProcess => {
  const child = fork(join(import.meta.dirname, 'page-child.ts'), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=768'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  started(child);
  return {
    send: (page) => child.send(page, () => {}),
    onAnswer: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill('SIGKILL'),
  };
};
