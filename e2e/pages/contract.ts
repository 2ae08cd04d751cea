import type { Page } from '@playwright/test';
import type { Post, PostId } from '../../core/document/post.ts';
import type { Bridge, Contract, Group, InputOf, OutputOf } from '../../core/ipc.ts';
import type { Result } from '../../core/trouble.ts';

declare global {
  interface Window {
    readonly rejoinder?: Bridge;
  }
}

type Calls = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<Result<unknown>>>>>>;

/**
 * Asks the main process over the contract, as the window itself does.
 *
 * @throws when the answer is a trouble
 */
export const ask = async <G extends Group, N extends keyof Contract[G] & string>(
  page: Page,
  group: G,
  name: N,
  ...[input]: InputOf<Contract[G][N]> extends undefined ? [] : [InputOf<Contract[G][N]>]
): Promise<OutputOf<Contract[G][N]>> => {
  const answer = await page.evaluate(
    ([inGroup, call, given]) => {
      const calls = window.rejoinder as unknown as Calls;
      return calls[inGroup]?.[call]?.(given);
    },
    [group, name, input] as const,
  );
  if (!answer?.ok) throw new Error(`${group}.${name} answered ${JSON.stringify(answer?.error)}`);
  return answer.value as OutputOf<Contract[G][N]>;
};

/** The post in the editor as the library has it on disk: the last snapshot, and the sequence of the edits after it. */
export const openPost = async (page: Page): Promise<Post> => {
  const { openPost: id } = await ask(page, 'settings', 'get');
  if (id === null) throw new Error('No post is open.');
  return ask(page, 'posts', 'open', { id: id as PostId });
};
