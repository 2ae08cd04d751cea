import { ok, type Result } from '../../core/trouble.ts';

type Save = () => Promise<Result<unknown>>;

const pending = new Set<Save>();

/** Remembers something typed outside the post that waits a moment before it is saved. Returns the way to forget it. */
export const addPendingSave = (save: Save): (() => void) => {
  pending.add(save);
  return () => pending.delete(save);
};

/** Saves all of it now: before closing, publishing and switching posts. The first trouble, if there was one. */
export const savePending = async (): Promise<Result<void>> => {
  const results = await Promise.all([...pending].map((save) => save()));
  return results.find((result) => !result.ok) ?? ok(undefined);
};
