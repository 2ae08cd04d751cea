import { ok, type Result, type TroubleCode } from '../../core/trouble.ts';

type Save = () => Promise<Result<unknown>>;

const pending = new Map<string, Save>();

/** Saving once more would help nothing: a stale save is kept as a version, and one without its post has no place. */
const isFinal: ReadonlySet<TroubleCode> = new Set(['post/stale', 'post/not-found']);

const run = async (what: string, save: Save): Promise<Result<unknown>> => {
  const result = await save();
  if ((result.ok || isFinal.has(result.error.code)) && pending.get(what) === save) pending.delete(what);
  return result;
};

/**
 * Remembers how to save something typed outside the post's text until it is on disk, whatever becomes of the field it
 * was typed into. `what` names it; a newer state takes the place of the one before.
 */
export const holdSave = (what: string, save: Save): void => {
  pending.set(what, save);
};

/** Saves what is held under this name now; what cannot be saved stays held. */
export const saveHeld = async (what: string): Promise<Result<unknown>> => {
  const save = pending.get(what);
  return save ? run(what, save) : ok(undefined);
};

/** Holds a save and carries it out at once. */
export const saveNow = (what: string, save: Save): Promise<Result<unknown>> => {
  holdSave(what, save);
  return run(what, save);
};

/** Saves all of it now: before closing, publishing and switching posts. The first trouble, if there was one. */
export const savePending = async (): Promise<Result<void>> => {
  const results = await Promise.all([...pending].map(([what, save]) => run(what, save)));
  return results.find((result) => !result.ok) ?? ok(undefined);
};
