import { provideRuntime } from './electron-runtime.mjs';
import { provideNodePackages } from './node-packages.mjs';
import { runAsScript, say } from './project.mjs';
import { provideSystemPackages } from './system-packages.mjs';

/**
 * Installs what is missing to build and run the app: npm packages, system packages, an Electron runtime. Quick and
 * silent when nothing is missing.
 *
 * @param {{ forTests?: boolean }} [options] also what the tests use
 * @returns {Promise<import('./electron-runtime.mjs').Runtime>} the Electron to run
 * @throws {import('./project.mjs').SetUpProblem} what is missing and what to do about it
 */
export async function setUp({ forTests = false } = {}) {
  await provideNodePackages();
  await provideSystemPackages({ forTests });
  return provideRuntime();
}

await runAsScript(import.meta.url, async () => {
  const started = performance.now();
  const runtime = await setUp({ forTests: process.argv.includes('--for-tests') });
  say(
    `Ready: Electron ${runtime.version} in ${runtime.folder} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return 0;
});
