import type { Result } from '../../core/trouble.ts';

const newest = new Map<string, number>();
const turns = new Map<string, Promise<unknown>>();

/** Tells which revision of a post was opened; later saves start from it. Call it whenever a post was read anew. */
export const noteRevision = (postId: string, revision: number): void => {
  newest.set(postId, revision);
};

/**
 * Runs one save of a post after all earlier ones, with the revision that the last of them made. Text, fields and
 * sources are saved from different places of the window; taking turns keeps them from making each other stale.
 */
export const saveInTurn = <T extends { readonly revision: number }>(
  postId: string,
  save: (revision: number) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const turn = (turns.get(postId) ?? Promise.resolve()).then(async () => {
    const result = await save(newest.get(postId) ?? 1);
    if (result.ok) newest.set(postId, result.value.revision);
    return result;
  });
  turns.set(
    postId,
    turn.catch(() => undefined),
  );
  return turn;
};
