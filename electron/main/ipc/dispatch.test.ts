import { expect, test } from 'vitest';
import { failed, ok } from '../../../core/trouble.ts';
import { makeDispatch } from './dispatch.ts';
import type { Handlers } from './handlers.ts';

const id = '0b6a8b9e-52f2-4a63-9c0b-1f6a2f4f3a11';

/** A dispatch whose `posts.trash` is `handler`, and what it logged. */
const dispatchTo = (handler: Handlers['posts']['trash']) => {
  const logged: string[] = [];
  const write = (...words: unknown[]): void => {
    logged.push(words.map(String).join(' '));
  };
  const handlers = { posts: { trash: handler } } as unknown as Handlers;
  return { logged, dispatch: makeDispatch(handlers, { error: write, warn: write, info: write, debug: write }) };
};

test('a handler gets parsed input and its answer comes back as it is', async () => {
  const { dispatch } = dispatchTo((input) => failed('post/not-found', { detail: Object.keys(input).join() }));
  expect(await dispatch('posts', 'trash', { id, more: 'than asked' })).toEqual(
    failed('post/not-found', { detail: 'id' }),
  );
});

test('input that does not fit never reaches the handler, and the answer says where it does not', async () => {
  const { dispatch } = dispatchTo(() => ok(expect.unreachable()));
  const answer = await dispatch('posts', 'trash', { id: 'none' });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'app/bad-request', detail: expect.stringMatching(/at id/) },
  });
});

test('what a handler throws is logged and answered as a bug', async () => {
  const { dispatch, logged } = dispatchTo(() => Promise.reject(new Error('a bug')));
  expect(await dispatch('posts', 'trash', { id })).toMatchObject({ ok: false, error: { code: 'app/bug' } });
  expect(logged).toEqual(['posts.trash Error: a bug']);
});
