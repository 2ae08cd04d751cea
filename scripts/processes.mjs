import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ROOT, requireHere } from './project.mjs';

/** The Node that runs tools, tests and scripts: the one npm installed, else (on a Mac) the one running now. */
export function nodePath() {
  const folder = join(
    ROOT,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  );
  const candidates = [join(folder, 'bin', 'node'), join(folder, 'bin', 'node.exe')];
  return candidates.find((path) => existsSync(path)) ?? process.execPath;
}

/** This process's environment with the project's own tools and Node first on the path. */
export function toolEnvironment() {
  const path = [dirname(nodePath()), join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path };
}

/** The script behind an installed command: `toolScript('@playwright/test', 'playwright')`. */
export function toolScript(packageName, command = packageName) {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = requireHere(join(folder, 'package.json'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The npm that runs this script, or the one on the path: program and first arguments. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}

/**
 * Runs a program with this terminal and waits for its end.
 *
 * Ctrl+C reaches it once: a program in our process group gets it from the terminal, one with a group of its own
 * (`ownGroup`) from us. Chromium takes a second signal as "end at once", which would cut short its orderly way out.
 *
 * @param {string[]} command program and arguments
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, ownGroup?: boolean, quiet?: boolean }} [options]
 *   `quiet` keeps the output back and prints it only when the program fails
 * @returns {Promise<number>} its exit code; 128 plus the signal's number when a signal ended it
 */
export function run([program, ...args], { env = toolEnvironment(), cwd = ROOT, ownGroup = false, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const detached = ownGroup && process.platform !== 'win32';
    const child = spawn(program, args, {
      cwd,
      env,
      detached,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    const held = [];
    child.stdout?.on('data', (bytes) => held.push(bytes));
    child.stderr?.on('data', (bytes) => held.push(bytes));

    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => {
      interrupted = true;
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY && !detached;
      if (!fromTerminal) child.kill(signal);
    };
    for (const signal of signals) process.on(signal, forward);
    const done = () => {
      for (const signal of signals) process.off(signal, forward);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('close', (code, signal) => {
      done();
      const result = code ?? 128 + constants.signals[signal];
      if (result !== 0) process.stderr.write(Buffer.concat(held));
      resolve(result);
    });
  });
}

let interrupted = false;

/** Whether somebody asked this process to stop while a program ran. */
export function wasInterrupted() {
  return interrupted;
}
