import { expect, test } from 'vitest';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import { setUpOutbox } from './testing/outbox-fixture.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

test('a job cancels at once while a picture is made smaller, and nothing is left on the blog', async () => {
  const begun = Promise.withResolvers<void>();
  const { start, newPost, blog, postsOn } = await setUpOutbox({
    outgoing: async (_sha256, _blog, signal) =>
      ok({
        type: 'image/png',
        name: 'boat.png',
        width: 1,
        height: 1,
        isMade: true,
        read: () =>
          new Promise((resolve) => {
            signal?.addEventListener('abort', () => resolve(failed('media/cancelled')));
            begun.resolve();
          }),
      }),
  });
  const outbox = start();
  const post = await newPost();
  const [job] = value(await outbox.submit({ postId: post.id, blogs: [blog.id], status: 'published', date: null }));
  await begun.promise;
  if (job) value(await outbox.cancel(job.id));
  await outbox.idle();
  expect(value(await outbox.list())).toMatchObject([{ state: 'cancelled', trouble: null }]);
  expect(await postsOn()).toEqual([]);
});
