import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Reads from the packages of this repository, e.g. `requireHere('electron/package.json')`. */
export const requireHere = createRequire(join(ROOT, 'package.json'));

/** Where downloads live that several checkouts of the project share. */
export function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return join(process.env.XDG_CACHE_HOME, 'rejoinder');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA)
    return join(process.env.LOCALAPPDATA, 'rejoinder', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'rejoinder');
  return join(homedir(), '.cache', 'rejoinder');
}

/** Something the person at the keyboard can put right: what happened, and what to do next. */
export class SetUpProblem extends Error {
  /**
   * @param {string} message one sentence
   * @param {string} nextStep one sentence
   */
  constructor(message, nextStep) {
    super(message);
    this.name = 'SetUpProblem';
    this.nextStep = nextStep;
  }
}

/** Prints one line about what the script is doing. */
export function say(line) {
  console.log(`• ${line}`);
}

/**
 * Runs `main` when `module` is the script that Node was started with. The process ends with the code `main` returns;
 * a {@link SetUpProblem} becomes two lines and code 1, a bug its stack.
 *
 * @param {string} module `import.meta.url` of the script
 * @param {() => Promise<number>} main
 */
export async function runAsScript(module, main) {
  if (fileURLToPath(module) !== realpathSync(process.argv[1])) return;
  try {
    process.exitCode = await main();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof SetUpProblem)) throw error;
    console.error(`\n${error.message}\n${error.nextStep}`);
  }
}
