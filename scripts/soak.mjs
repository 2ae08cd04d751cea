import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { nodePath, run, toolEnvironment, toolScript } from './processes.mjs';
import { runAsScript, SetUpProblem, say } from './project.mjs';
import { setUp } from './set-up.mjs';

/** Kills, cuts and crashes per unit of `--count`, beside what the e2e tests do by themselves in one pass. */
const OUTBOX_RUNS = 2000;
const LIBRARY_KILLS = 20;

/**
 * soak.mjs [--count N] [--seed N]: the tests of kills, cuts and chance, N times as long as in `npm test` (default 5): the
 * outbox against a simulated blog, the library's process killed, the app killed while typing and at every request. Each
 * prints the seed that repeats it; `--seed` sets that of the typing.
 */
await runAsScript(import.meta.url, async () => {
  const { values } = parseArgs({ options: { count: { type: 'string' }, seed: { type: 'string' } } });
  const count = wholeNumber('count', values.count ?? '5');
  const seed = wholeNumber('seed', values.seed ?? String(Date.now() % 2 ** 31));
  say(`npm run soak -- --count ${count} --seed ${seed}`);

  const runtime = await setUp({ forTests: true });
  await build();
  const display = await openDisplay();
  try {
    const env = {
      ...toolEnvironment(),
      ...runtime.env,
      ...display.env,
      OUTBOX_RUNS: String(OUTBOX_RUNS * count),
      LIBRARY_KILLS: String(LIBRARY_KILLS * count),
      SOAK_COUNT: String(count),
      SOAK_SEED: String(seed),
    };
    const unit = ['core/outbox/machine.model.test.ts', 'electron/main/library/library-thread.test.ts'];
    const e2e = [
      'e2e/resilience/kill-while-typing.spec.ts',
      'e2e/resilience/outbox-kills.spec.ts',
      'e2e/resilience/random-keys.spec.ts',
    ];
    const codes = [
      await run([nodePath(), toolScript('vitest'), 'run', '--testTimeout=0', ...unit], { env }),
      await run([nodePath(), toolScript('@playwright/test', 'playwright'), 'test', ...e2e], { env }),
    ];
    return codes.every((code) => code === 0) ? 0 : 1;
  } finally {
    await display.close();
  }
});

/**
 * @param {string} name of the option
 * @param {string} text
 */
function wholeNumber(name, text) {
  if (/^\d{1,9}$|^[12]\d{9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new SetUpProblem(
    `--${name} is a whole number from 1 on, not ${text}.`,
    `For example: npm run soak -- --${name} 3`,
  );
}
