import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodePath, npmCommand, run } from './processes.mjs';
import { ROOT, SetUpProblem, say } from './project.mjs';

/**
 * Installs the npm packages when node_modules does not hold what package-lock.json asks for. No package's own install
 * script is run: none is needed, and none could be trusted unread.
 */
export async function provideNodePackages() {
  if (!packagesMatchLock()) {
    say('Installing the npm packages (npm ci)');
    const code = await run([...npmCommand(), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: process.env,
    });
    if (code !== 0) {
      throw new SetUpProblem(
        'The npm packages could not be installed.',
        'Check the connection to the npm registry and run the command again.',
      );
    }
  }
  const [major, minor] = (nodePath() === process.execPath ? process.versions.node : '24.0').split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 12)) {
    throw new SetUpProblem(
      `Node ${process.versions.node} is too old for the build tools.`,
      'Install Node 22.12 or later and run the command again.',
    );
  }
}

/** Compares the lock file with npm's own record of what it installed, and that record with the folders on disk. */
function packagesMatchLock() {
  const recordPath = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(recordPath)) return false;
  const { packages: wanted } = readJson(join(ROOT, 'package-lock.json'));
  const { packages: installed } = readJson(recordPath);
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === '') return true;
    const found = installed[path];
    // npm leaves out optional packages that are made for other systems.
    if (!found) return wantedPackage.optional === true;
    return (
      found.version === wantedPackage.version &&
      found.integrity === wantedPackage.integrity &&
      existsSync(join(ROOT, path))
    );
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
