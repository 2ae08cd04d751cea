import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { nodePath, run, toolEnvironment, toolScript, wasInterrupted } from './processes.mjs';
import { runAsScript, SetUpProblem } from './project.mjs';
import { setUp } from './set-up.mjs';
import { countExitCode, countPlaywright, countVitest, inWords, sum } from './test-report.mjs';

/** A test is skipped only for want of something a continuous-integration machine must have. */
const mustRunAll = process.env.CI === 'true';

/** The suites in their order. Each runs with an environment and a file for its report, and answers its counts. */
const SUITES = {
  types: async ({ env }) => countExitCode(await run([nodePath(), toolScript('typescript', 'tsc'), '-b'], { env })),
  lint: async ({ env }) =>
    countExitCode(await run([nodePath(), toolScript('@biomejs/biome', 'biome'), 'ci', '.'], { env })),
  unit: async ({ env, report }) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run([nodePath(), toolScript('vitest'), 'run', ...reporters], { env });
    return countVitest(readReport(report), code);
  },
  build: async () => {
    try {
      await build();
      return countExitCode(0);
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      return countExitCode(1);
    }
  },
  e2e: async ({ env, report }) => {
    const playwright = [nodePath(), toolScript('@playwright/test', 'playwright'), 'test', '--reporter=list,json'];
    const code = await run(playwright, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
    return countPlaywright(readReport(report), code, { mustRunAll });
  },
};

/**
 * Runs all suites, or those named in the arguments, each to its end whatever the others did. The last line printed is
 * `N passed, N failed`, with `, N skipped` when something was.
 */
await runAsScript(import.meta.url, async () => {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !(name in SUITES));
  if (unknown.length > 0) {
    throw new SetUpProblem(
      `There is no suite called ${unknown.join(', ')}.`,
      `The suites are ${Object.keys(SUITES).join(', ')}.`,
    );
  }
  const selected = Object.keys(SUITES).filter(
    (name) => names.length === 0 || names.includes(name) || (name === 'build' && names.includes('e2e')),
  );

  const runtime = await setUp({ forTests: true });
  const display = await openDisplay();
  const reports = mkdtempSync(join(tmpdir(), 'rejoinder-reports-'));
  const results = [];
  try {
    const env = { ...toolEnvironment(), ...runtime.env, ...display.env };
    for (const name of selected) {
      if (wasInterrupted()) break;
      console.log(`\n━━ ${name} ━━`);
      const counts = await SUITES[name]({ env, report: join(reports, `${name}.json`) });
      results.push({ name, counts });
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
    await display.close();
  }

  console.log('\n━━ all suites ━━');
  for (const { name, counts } of results) {
    console.log(`${name.padEnd(6)} ${inWords(counts)}`);
    for (const note of counts.notes) console.log(`       ${note}`);
  }
  const total = sum(results.map(({ counts }) => counts));
  const unfinished = selected.length - results.length;
  if (unfinished > 0) console.log(`Stopped: ${unfinished} suites did not run and count as failed.`);
  const verdict = { ...total, failed: total.failed + unfinished };
  console.log(inWords(verdict));
  return verdict.failed === 0 ? 0 : 1;
});

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
