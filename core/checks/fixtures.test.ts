import { readdirSync, writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { CheckRule } from './check.ts';
import { checkRules } from './rules.ts';
import { checkCases, checkFixtures, expectedFindings, foundIn } from './testing/check-fixture.ts';

/** `UPDATE_FIXTURES=1` writes what is found now, to be read in the diff before it is committed. */
const update = process.env.UPDATE_FIXTURES === '1';

const ids = checkRules.map(({ id }) => id);

test('every rule has its fixtures, each with its findings, and there are no others', () => {
  expect(readdirSync(checkFixtures).sort()).toEqual([...ids].sort());
  const files = checkCases.flatMap((name) => [`${name}.json`, `${name}.findings.json`]).sort();
  for (const id of update ? [] : ids) expect(readdirSync(new URL(id, checkFixtures)).sort(), id).toEqual(files);
});

describe.each(ids)('%s', (id) => {
  test.each(checkCases)('finds what its fixture “%s” says', (name) => {
    const found = foundIn(id, name, checkRules);
    if (update) {
      const file = new URL(`${id}/${name}.findings.json`, checkFixtures);
      writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
    }
    expect(found).toEqual(expectedFindings(id, name));
  });

  test('has nothing to say in “pass” and something in “fail”', () => {
    expect(expectedFindings(id, 'pass')).toEqual([]);
    expect(expectedFindings(id, 'fail')).not.toEqual([]);
  });
});

/** The fixtures that see another set of rules. */
const seenBy = (rules: readonly CheckRule[]): readonly string[] =>
  ids.flatMap((id) =>
    checkCases
      .filter((name) => !isDeepStrictEqual(foundIn(id, name, rules), expectedFindings(id, name)))
      .map((name) => `${id}/${name}`),
  );

describe('mutations of the table', () => {
  test('the table as it is satisfies every fixture', () => {
    expect(seenBy(checkRules)).toEqual([]);
  });

  test.each(ids)('a table without %s is seen by its fixtures', (id) => {
    const seen = seenBy(checkRules.filter((rule) => rule.id !== id));
    expect(seen).toContain(`${id}/fail`);
    expect(seen.every((fixture) => fixture.startsWith(`${id}/`))).toBe(true);
  });

  test.each(ids)('a table where %s is of the other level is seen by its fixtures', (id) => {
    const turned = checkRules.map(
      (rule): CheckRule => (rule.id === id ? { ...rule, level: rule.level === 'must' ? 'should' : 'must' } : rule),
    );
    expect(seenBy(turned)).toContain(`${id}/fail`);
  });

  test.each(ids)('a table where %s finds the same everywhere is seen by its fixtures', (id) => {
    const loud = checkRules.map(
      (rule): CheckRule =>
        rule.id === id ? { ...rule, find: () => [{ place: { kind: 'sources' }, about: '' }] } : rule,
    );
    expect(seenBy(loud)).toContain(`${id}/pass`);
  });
});
