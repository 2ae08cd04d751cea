import { expect, test } from 'vitest';
import { failed, ok, type Result, type TroubleCode } from '../../core/trouble.ts';
import { holdSave, saveHeld, saveNow, savePending } from './pending-saves.ts';

/** A disk that takes what it is given unless it is told not to. */
const disk = () => {
  const saved: string[] = [];
  let refusal: TroubleCode | null = null;
  return {
    saved,
    refuse: (code: TroubleCode | null) => {
      refusal = code;
    },
    save: (words: string) => async (): Promise<Result<void>> => {
      if (refusal) return failed(refusal);
      saved.push(words);
      return ok(undefined);
    },
  };
};

test('what could not be saved is saved the next time, although its field is gone by then', async () => {
  const { save, saved, refuse } = disk();
  refuse('library/disk-full');
  holdSave('notes', save('a note'));
  expect(await saveHeld('notes')).toMatchObject({ error: { code: 'library/disk-full' } });
  expect(await savePending()).toMatchObject({ error: { code: 'library/disk-full' } });
  refuse(null);
  expect(await savePending()).toEqual(ok(undefined));
  expect(await savePending()).toEqual(ok(undefined));
  expect(saved).toEqual(['a note']);
});

test('only the newest state is saved', async () => {
  const { save, saved, refuse } = disk();
  refuse('library/disk-full');
  await saveNow('notes', save('old'));
  refuse(null);
  holdSave('notes', save('new'));
  await savePending();
  expect(saved).toEqual(['new']);
});

test('what was typed while an earlier state was saved is still to be saved', async () => {
  const { save, saved } = disk();
  const first = saveNow('notes', save('one'));
  holdSave('notes', save('two'));
  await first;
  await savePending();
  expect(saved).toEqual(['one', 'two']);
});

test('what the library kept as a version holds nothing up', async () => {
  const { save, refuse } = disk();
  refuse('post/stale');
  expect(await saveNow('notes', save('a note'))).toMatchObject({ error: { code: 'post/stale' } });
  expect(await savePending()).toEqual(ok(undefined));
});
