/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} notes lines a reader needs to understand the numbers
 */

/** A suite that is one check: it holds or it does not. */
export function countExitCode(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, notes: [] };
}

/**
 * Counts Vitest's JSON report. A file that failed without a failing test in it (it did not load) counts as one failure.
 *
 * @param {object | undefined} report undefined when the runner wrote none
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countVitest(report, code) {
  const files = report?.testResults ?? [];
  const outcomes = files.flatMap((file) => file.assertionResults.map(({ status }) => status));
  const count = (status) => outcomes.filter((outcome) => outcome === status).length;
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  const passed = count('passed');
  const failed = count('failed');
  const counts = {
    passed,
    failed: failed + broken.length,
    skipped: outcomes.length - passed - failed,
    notes: [...files.flatMap(failuresIn), ...broken.map(({ name }) => `did not run: ${name}`)],
  };
  return withRunner(counts, report, code);
}

/** How many lines of what a failed test says stand in the summary: the seed that repeats a test of chance is among them. */
const LINES = 4;

function failuresIn({ name, assertionResults }) {
  return assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages = [] }) => {
      const said = failureMessages.join('\n').split('\n').slice(0, LINES).join('\n         ');
      return `failed: ${name} › ${fullName}\n         ${said}`;
    });
}

/**
 * Counts Playwright's JSON report and lists what was skipped and why. A test that passed only when tried again counts
 * as failed; with `mustRunAll` a skipped one does too.
 *
 * @param {object | undefined} report undefined when the runner wrote none
 * @param {number} code the runner's exit code
 * @param {{ mustRunAll: boolean }} options
 * @returns {Counts}
 */
export function countPlaywright(report, code, { mustRunAll }) {
  const tests = (report?.suites ?? []).flatMap((suite) => testsIn(suite, []));
  const having = (status) => tests.filter((test) => test.status === status);
  const skipped = having('skipped');
  const flaky = having('flaky');
  const unexpected = having('unexpected');
  const notes = [
    ...unexpected.map(({ title }) => `failed: ${title}`),
    ...flaky.map(({ title }) => `passed only when tried again: ${title}`),
    ...skipped.map(({ title, reason }) => `skipped: ${title} (${reason})`),
    ...(mustRunAll && skipped.length > 0
      ? ['With CI=true nothing may be skipped: the skipped tests count as failed.']
      : []),
  ];
  const failed = unexpected.length + flaky.length + (mustRunAll ? skipped.length : 0);
  return withRunner(
    { passed: having('expected').length, failed, skipped: mustRunAll ? 0 : skipped.length, notes },
    report,
    code,
  );
}

function testsIn(suite, path) {
  const here = [...path, suite.title];
  const own = suite.specs.flatMap((spec) =>
    spec.tests.map((test) => ({
      title: [...here, spec.title].join(' › '),
      status: test.status,
      reason:
        test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'no reason given',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, here))];
}

/** Adds a failure when the runner itself failed: no report, or a bad exit that no test explains. */
function withRunner(counts, report, code) {
  if (report && (code === 0 || counts.failed > 0)) return counts;
  return {
    ...counts,
    failed: counts.failed + 1,
    notes: [...counts.notes, `the test runner ended with code ${code}${report ? '' : ' and without a report'}`],
  };
}

/** The counts of several suites in one. */
export function sum(all) {
  return all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + counts.skipped,
      notes: [...total.notes, ...counts.notes],
    }),
    { passed: 0, failed: 0, skipped: 0, notes: [] },
  );
}

/** `12 passed, 0 failed`, with `, 3 skipped` when something was. */
export function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
