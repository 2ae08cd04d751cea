import { utilityProcess } from 'electron';
import type { PageProcess } from './read-apart.ts';

/** Megabytes of memory that a page may take to be read. */
const memory = 768;

/** Starts the process that reads one page. `script` is the built `page-process.cjs`; what it prints goes to `log`. */
export const startPageProcess = (script: string, log: (line: string) => void): PageProcess => {
  const child = utilityProcess.fork(script, [], {
    serviceName: 'Rejoinder page reader',
    stdio: 'pipe',
    // Node's own options are ignored here, `--max-old-space-size` and `--permission` among them (measured in Electron 33).
    execArgv: [`--js-flags=--max-old-space-size=${memory} --disallow-code-generation-from-strings`],
    env: {},
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data: Buffer) => log(data.toString().trimEnd().slice(0, 2000)));
  }
  return {
    send: (page) => child.postMessage(page),
    onAnswer: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', () => listener()),
    kill: () => void child.kill(),
  };
};
