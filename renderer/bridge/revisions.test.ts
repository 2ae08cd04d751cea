import { expect, test } from 'vitest';
import { failed, ok, type Result } from '../../core/trouble.ts';
import { noteRevision, saveInTurn } from './revisions.ts';

test('saves that start together name one revision after the other', async () => {
  noteRevision('a', 7);
  const named: number[] = [];
  const save = (revision: number) => {
    named.push(revision);
    return Promise.resolve(ok({ revision: revision + 1 }));
  };
  await Promise.all([saveInTurn('a', save), saveInTurn('a', save), saveInTurn('a', save)]);
  expect(named).toEqual([7, 8, 9]);
});

test('a save that fails leaves the revision to the next one', async () => {
  noteRevision('b', 3);
  const refused = await saveInTurn('b', () => Promise.resolve(failed('library/disk-full')));
  expect(refused.ok).toBe(false);
  const next = await saveInTurn('b', (revision) => Promise.resolve(ok({ revision })));
  expect(next).toEqual(ok({ revision: 3 }));
});

test('a save that throws does not stop the ones behind it', async () => {
  noteRevision('c', 1);
  const broken = saveInTurn('c', () => Promise.reject(new Error('a bug')));
  const next = saveInTurn('c', (revision) => Promise.resolve(ok({ revision: revision + 1 })));
  await expect(broken).rejects.toThrow('a bug');
  expect(await next).toEqual(ok({ revision: 2 }));
});

test('posts do not wait for each other', async () => {
  noteRevision('d', 1);
  noteRevision('e', 1);
  let finish = (): void => {};
  const slow = saveInTurn(
    'd',
    (revision) =>
      new Promise<Result<{ readonly revision: number }>>((resolve) => {
        finish = () => resolve(ok({ revision }));
      }),
  );
  expect(await saveInTurn('e', (revision) => Promise.resolve(ok({ revision })))).toEqual(ok({ revision: 1 }));
  finish();
  expect(await slow).toEqual(ok({ revision: 1 }));
});

test('after an answer that was lost the next save asks where the post stands', async () => {
  noteRevision('f', 4);
  const named: number[] = [];
  const save = (result: Result<{ readonly revision: number }>) => (revision: number) => {
    named.push(revision);
    return Promise.resolve(result);
  };
  // It was carried out, but the library's process ended before it could say so.
  await saveInTurn('f', save(failed('library/unavailable', { unclear: true })));
  const reads: Result<{ readonly revision: number }>[] = [failed('library/unavailable'), ok({ revision: 5 })];
  const read = () => Promise.resolve(reads.shift() ?? failed('app/bug'));
  expect(await saveInTurn('f', save(ok({ revision: 6 })), read)).toMatchObject({ ok: false });
  expect(await saveInTurn('f', save(ok({ revision: 6 })), read)).toEqual(ok({ revision: 6 }));
  expect(await saveInTurn('f', save(ok({ revision: 7 })), read)).toEqual(ok({ revision: 7 }));
  expect(named).toEqual([4, 5, 6]);
});
