import type { Page } from '@playwright/test';
import type { Post, PostId } from '../../core/document/post.ts';
import type { Contract, Group, InputOf, OutputOf, PreloadBridge } from '../../core/ipc.ts';
import type { Result } from '../../core/trouble.ts';

declare global {
  interface Window {
    readonly rejoinder?: PreloadBridge;
  }
}

type Calls = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<string>>>>>;

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
  const json = await page.evaluate(
    ([inGroup, call, given]) => {
      const groups = window.rejoinder as unknown as Calls;
      return groups[inGroup]?.[call]?.(given);
    },
    [group, name, input] as const,
  );
  const answer = JSON.parse(json ?? 'null') as Result<OutputOf<Contract[G][N]>> | null;
  if (!answer?.ok) throw new Error(`${group}.${name} answered ${json}`);
  return answer.value;
};

/** The post in the editor as the library has it on disk: the last snapshot, and the sequence of the edits after it. */
export const openPost = async (page: Page): Promise<Post> => {
  const { openPost: id } = await ask(page, 'settings', 'get');
  if (id === null) throw new Error('No post is open.');
  return ask(page, 'posts', 'open', { id: id as PostId });
};
