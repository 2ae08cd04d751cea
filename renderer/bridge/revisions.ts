import type { PostId } from '../../core/document/post.ts';
import type { Result } from '../../core/trouble.ts';
import { bridge } from './client.ts';

const newest = new Map<string, number>();
const turns = new Map<string, Promise<unknown>>();
/** Posts of which nobody knows whether their last save was carried out. */
const unclear = new Set<string>();

type Revised = { readonly revision: number };

const openRevision = (postId: string): Promise<Result<Revised>> => bridge().posts.open({ id: postId as PostId });

/** Tells which revision of a post was opened; later saves start from it. Call it whenever a post was read anew. */
export const noteRevision = (postId: string, revision: number): void => {
  newest.set(postId, revision);
  unclear.delete(postId);
};

/**
 * Runs one save of a post after all earlier ones, with the revision that the last of them made. Text, fields and
 * sources are saved from different places of the window; taking turns keeps them from making each other stale. After a
 * save whose answer was lost, `read` says where the post stands: nobody but this window changes it.
 */
export const saveInTurn = <T extends Revised>(
  postId: string,
  save: (revision: number) => Promise<Result<T>>,
  read: (postId: string) => Promise<Result<Revised>> = openRevision,
): Promise<Result<T>> => {
  const turn = (turns.get(postId) ?? Promise.resolve()).then(async () => {
    if (unclear.has(postId)) {
      const now = await read(postId);
      if (!now.ok) return now;
      noteRevision(postId, now.value.revision);
    }
    const result = await save(newest.get(postId) ?? 1);
    if (result.ok) noteRevision(postId, result.value.revision);
    else if (result.error.unclear || result.error.code === 'app/bug') unclear.add(postId);
    return result;
  });
  turns.set(
    postId,
    turn.catch(() => undefined),
  );
  return turn;
};
