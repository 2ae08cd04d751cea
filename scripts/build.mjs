import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideNodePackages } from './node-packages.mjs';
import { nodePath, run, toolScript } from './processes.mjs';
import { ROOT, runAsScript, SetUpProblem, say } from './project.mjs';

/** Everything the built app is made from. */
const SOURCES = [
  'core',
  'electron',
  'renderer',
  'assets',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];
const STAMP = join(ROOT, 'out', 'sources.sha256');

/**
 * Builds the app into out/ unless it was built from the same sources.
 *
 * @param {{ always?: boolean }} [options] build in any case
 */
export async function build({ always = false } = {}) {
  const digest = sourcesDigest();
  if (!always && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return;
  say('Building the app');
  rmSync(STAMP, { force: true });
  const code = await run([nodePath(), toolScript('electron-vite'), 'build'], { quiet: !always });
  if (code !== 0)
    throw new SetUpProblem('The app could not be built.', 'Read the lines above; `npm run check` may say more.');
  writeFileSync(STAMP, digest);
}

function sourcesDigest() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesIn))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(source) {
  if (!existsSync(join(ROOT, source))) return [];
  if (/\.\w+$/.test(source)) return [source];
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}

await runAsScript(import.meta.url, async () => {
  await provideNodePackages();
  await build({ always: true });
  return 0;
});
