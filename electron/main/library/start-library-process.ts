import { utilityProcess } from 'electron';
import type { ProcessHandle } from './library-process.ts';

/** Starts the library process over Electron. `script` is the built `library-process.js`; its output goes to `log`. */
export const startLibraryProcess = (script: string, folder: string, log: (line: string) => void): ProcessHandle => {
  const child = utilityProcess.fork(script, [folder], { serviceName: 'Rejoinder library', stdio: 'pipe' });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => log(data.toString().trimEnd()));
  }
  return {
    postMessage: (request) => child.postMessage(request),
    onAnswer: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => child.kill(),
  };
};
