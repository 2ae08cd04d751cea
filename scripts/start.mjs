import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { run, toolEnvironment } from './processes.mjs';
import { ROOT, runAsScript, say } from './project.mjs';
import { setUp } from './set-up.mjs';

await runAsScript(import.meta.url, async () => {
  const runtime = await setUp();
  await build();
  const display = await openDisplay();
  try {
    say('Starting Rejoinder');
    const env = { ...toolEnvironment(), ...runtime.env, ...display.env };
    return await run([runtime.executable, ...runtime.arguments, ROOT, ...process.argv.slice(2)], {
      env,
      ownGroup: true,
    });
  } finally {
    await display.close();
  }
});
