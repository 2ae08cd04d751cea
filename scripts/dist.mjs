import { build } from './build.mjs';
import { officialVersion } from './electron-runtime.mjs';
import { nodePath, run, toolScript } from './processes.mjs';
import { runAsScript, SetUpProblem, say } from './project.mjs';
import { setUp } from './set-up.mjs';

/**
 * dist.mjs [electron-builder's arguments]: makes the packages of electron-builder.yml, or with --dir an unpacked app to
 * try. Packages are made with the official Electron only; a trial takes whichever runtime is here.
 */
await runAsScript(import.meta.url, async () => {
  const args = process.argv.slice(2);
  const trial = args.includes('--dir');
  const runtime = await setUp();
  if (runtime.kind !== 'official' && !trial) {
    throw new SetUpProblem(
      `A release needs the official Electron ${officialVersion()}, and this machine runs ${runtime.version} from elsewhere.`,
      'Make the release where the official Electron can be downloaded, or try the app out with `npm run dist -- --dir`.',
    );
  }
  await build();
  const substitute =
    runtime.kind === 'official'
      ? []
      : [
          `electronVersion=${runtime.version}`,
          `electronDist=${runtime.folder}`,
          'afterExtract=scripts/trial-runtime.mjs',
        ];
  const code = await run([
    nodePath(),
    toolScript('electron-builder'),
    '--publish',
    'never',
    ...args,
    ...substitute.map((setting) => `-c.${setting}`),
  ]);
  if (code === 0 && runtime.kind !== 'official')
    say(`This is an unsigned trial build with Electron ${runtime.version}: try it, do not hand it on.`);
  return code;
});
