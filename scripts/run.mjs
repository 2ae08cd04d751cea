import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { nodePath, run, toolEnvironment, toolScript } from './processes.mjs';
import { runAsScript } from './project.mjs';
import { setUp } from './set-up.mjs';

/** Commands of the packages, by the package that brings them, where the two names differ. */
const PACKAGES = { playwright: '@playwright/test' };

/**
 * run.mjs [--no-build] [--for-tests] <script.ts | command> [arguments]: runs a script or a package's command with
 * everything it may ask for: set-up done, app built, Electron chosen, a display open.
 */
await runAsScript(import.meta.url, async () => {
  const words = process.argv.slice(2);
  const commandAt = words.findIndex((word) => !word.startsWith('--'));
  if (commandAt < 0) {
    console.error('usage: run.mjs [--no-build] [--for-tests] <script.ts | command> [arguments]');
    return 2;
  }
  const options = words.slice(0, commandAt);
  const [command, ...args] = words.slice(commandAt);

  const runtime = await setUp({ forTests: options.includes('--for-tests') });
  if (!options.includes('--no-build')) await build();
  const script = /\.(?:ts|mjs)$/.test(command) ? command : toolScript(PACKAGES[command] ?? command, command);
  const display = await openDisplay();
  try {
    return await run([nodePath(), script, ...args], { env: { ...toolEnvironment(), ...runtime.env, ...display.env } });
  } finally {
    await display.close();
  }
});
