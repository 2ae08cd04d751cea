import { describe, expect, test } from 'vitest';
import { countExitCode, countPlaywright, countVitest, inWords, sum } from './test-report.mjs';

describe('counting Vitest', () => {
  const file = (status: string, ...outcomes: string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: outcomes.map((outcome) => ({ status: outcome })),
  });

  test('counts passed, failed and everything else as skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'skipped'), file('failed', 'failed', 'todo')] };
    expect(countVitest(report, 1)).toMatchObject({ passed: 1, failed: 1, skipped: 2 });
  });

  test('says which tests failed, and the beginning of why', () => {
    const failed = { status: 'failed', fullName: 'keeps it', failureMessages: ['Error: seed 7\n2\n3\n4\n5'] };
    const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] };
    const { notes } = countVitest(report, 1);
    expect(notes).toEqual([expect.stringMatching(/^failed: a\.test\.ts › keeps it\n +Error: seed 7\n[^5]*$/)]);
  });

  test('a file that did not load is a failure', () => {
    expect(countVitest({ testResults: [file('failed')] }, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a runner that fails although every test passed is a failure', () => {
    expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('a runner that wrote no report is a failure even when it claims success', () => {
    expect(countVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('counting Playwright', () => {
  const spec = (title: string, status: string, reason?: string) => ({
    title,
    tests: [{ status, annotations: reason ? [{ type: 'skip', description: reason }] : [] }],
  });
  const report = {
    suites: [
      {
        title: 'publish.spec.ts',
        specs: [spec('writes', 'expected'), spec('breaks', 'unexpected'), spec('wavers', 'flaky')],
        suites: [{ title: 'WordPress', specs: [spec('publishes', 'skipped', 'PHP is not installed')] }],
      },
    ],
  };

  test('a test that passed on a second try is a failure, and a skipped one says why', () => {
    const counts = countPlaywright(report, 1, { mustRunAll: false });
    expect(counts).toMatchObject({ passed: 1, failed: 2, skipped: 1 });
    expect(counts.notes).toContain('failed: publish.spec.ts › breaks');
    expect(counts.notes).toContain('skipped: publish.spec.ts › WordPress › publishes (PHP is not installed)');
  });

  test('where everything must run, a skipped test is a failure', () => {
    expect(countPlaywright(report, 1, { mustRunAll: true })).toMatchObject({ passed: 1, failed: 3, skipped: 0 });
  });
});

test('the last line adds all suites up', () => {
  const total = sum([countExitCode(0), countExitCode(2), countVitest(undefined, 137)]);
  expect(inWords(total)).toBe('1 passed, 2 failed');
  expect(inWords({ ...total, skipped: 4 })).toBe('1 passed, 2 failed, 4 skipped');
});
