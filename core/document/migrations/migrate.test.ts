import { expect, test } from 'vitest';
import type { DocumentJson } from '../post.ts';
import { type Migration, migrate } from './migrate.ts';

const rename = (from: string, to: string): Migration => ({
  name: `rename ${from} to ${to}`,
  migrate: (doc) => (doc.type === from ? { ...doc, type: to } : doc),
});
const steps = [rename('one', 'two'), rename('two', 'three')];
const stored = (schemaVersion: number, type: string) => ({ schemaVersion, doc: { type } satisfies DocumentJson });

test('a document of the newest version is left alone', () => {
  expect(migrate(stored(3, 'one'), steps)).toEqual({ ok: true, value: { type: 'one' } });
});

test('an old document takes every step from its version on, in order', () => {
  expect(migrate(stored(1, 'one'), steps)).toEqual({ ok: true, value: { type: 'three' } });
  expect(migrate(stored(2, 'two'), steps)).toEqual({ ok: true, value: { type: 'three' } });
});

test('the stored document itself stays as it was', () => {
  const before = stored(1, 'one');
  migrate(before, steps);
  expect(before).toEqual(stored(1, 'one'));
});

test.each([0, -1, 1.5, 4, Number.NaN])('version %s is refused', (version) => {
  expect(migrate(stored(version, 'one'), steps)).toMatchObject({ ok: false, error: { code: 'post/unreadable' } });
});

test('a step that fails is named', () => {
  const broken: Migration = {
    name: 'split sections',
    migrate: () => {
      throw new TypeError('no content');
    },
  };
  const result = migrate(stored(1, 'one'), [broken]);
  expect(result).toMatchObject({ ok: false, error: { detail: 'Migration "split sections": no content' } });
});
