import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Round, type Row, rowOf } from './statistics.ts';

const root = resolve(import.meta.dirname, '..');

const electronPath = (): string => {
  const path = process.env.ELECTRON_EXEC_PATH;
  if (!path) throw new Error('Run this through `npm run bench`, which chooses the Electron to run.');
  return path;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
};

/** Milliseconds from starting the process to a caret that blinks in painted text. */
const launchToCaret = async (app: string, dataFolder: string): Promise<number> => {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    electronPath(),
    [
      '-r',
      join(import.meta.dirname, 'hook.cjs'),
      ...(asRoot ? ['--no-sandbox'] : []),
      `--user-data-dir=${dataFolder}`,
      app,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('{"caret":')) return (JSON.parse(line) as { caret: number }).caret - startedAt;
    }
    throw new Error(`${app} ended before a caret blinked.`);
  } finally {
    await end(child);
  }
};

/** Starts before the first that counts: the engine keeps compiled code of what it met in several starts, as it does for a writer. */
const startsBefore = 5;

/** Launch to a blinking caret, warm: both programs have been started some times before, ours with its library in place. */
export const benchLaunch = async (rounds: number): Promise<Row> => {
  const bare = join(root, 'bench/peers/bare-window');
  const folders = {
    ours: await mkdtemp(join(tmpdir(), 'rejoinder-bench-')),
    bare: await mkdtemp(join(tmpdir(), 'rejoinder-bench-')),
  };
  try {
    for (let i = 0; i < startsBefore; i += 1) {
      await launchToCaret(root, folders.ours);
      await launchToCaret(bare, folders.bare);
    }
    const measured: Round[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const peer = await launchToCaret(bare, folders.bare);
      const ours = await launchToCaret(root, folders.ours);
      const peerAgain = await launchToCaret(bare, folders.bare);
      measured.push({ ours, peer, peerAgain });
    }
    return rowOf(
      { name: 'launch to a blinking caret', unit: 'ms', peerName: 'bare Electron window', target: 1.5 },
      measured,
    );
  } finally {
    await rm(folders.ours, { recursive: true, force: true });
    await rm(folders.bare, { recursive: true, force: true });
  }
};
