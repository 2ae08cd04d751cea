import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { needsDisplay } from './display.mjs';
import { run } from './processes.mjs';
import { SetUpProblem, say } from './project.mjs';

/** What Electron loads on Debian; a later release renamed some, so each entry lists the names it goes by. */
const FOR_ELECTRON = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libxtst6'],
  ['libnotify4'],
  ['libsecret-1-0'],
  ['dbus'],
  ['fonts-dejavu-core'],
];
const FOR_DISPLAY = [['xvfb']];
/** A browser to read published pages with, and a keyring to keep secrets in. */
const FOR_TESTS = [['chromium'], ['gnome-keyring'], ['dbus-x11']];

/**
 * Installs the system packages that are missing on Debian and its relatives when root, else says in one line which
 * they are. Other systems bring what Electron needs or say so when it starts.
 *
 * @param {{ forTests: boolean }} options also install what the tests use
 */
export async function provideSystemPackages({ forTests }) {
  if (!isDebian()) return;
  const wanted = [...FOR_ELECTRON, ...(needsDisplay() ? FOR_DISPLAY : []), ...(forTests ? FOR_TESTS : [])];
  const installed = installedPackages(wanted.flat());
  const missing = wanted.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;

  if (process.getuid() !== 0) {
    say(`Please install these system packages: sudo apt-get install ${missing.map(([name]) => name).join(' ')}`);
    return;
  }
  say(`Installing system packages (apt-get): ${missing.map(([name]) => name).join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const failed =
    (await run([...apt, 'update'], { env, quiet: true })) !== 0 ||
    (await run([...apt, 'install', '-y', '--no-install-recommends', ...missing.map(nameHere)], {
      env,
      quiet: true,
    })) !== 0;
  if (failed) {
    throw new SetUpProblem(
      'The system packages could not be installed.',
      'Read the lines above, put the package sources right, and run the command again.',
    );
  }
}

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  const family = /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m;
  return family.test(readFileSync('/etc/os-release', 'utf8')) && existsSync('/usr/bin/dpkg-query');
}

function installedPackages(names) {
  const format = ['-W', '-f', '$' + '{Package} $' + '{db:Status-Abbrev}\n'];
  const { stdout } = spawnSync('dpkg-query', [...format, ...names], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.split(' '));
  return new Set(lines.filter(([, status]) => status?.startsWith('ii')).map(([name]) => name));
}

/** The name, among those a package goes by, that this release can install. */
function nameHere(names) {
  const hasCandidate = (name) =>
    /Candidate: (?!\(none\))/.test(
      spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).stdout,
    );
  return names.find(hasCandidate) ?? names[0];
}
