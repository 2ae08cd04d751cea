import { describe, expect, it } from 'vitest';
import { next } from './machine.ts';
import { sampleFreight, sampleJob } from './testing/samples.ts';
import { until, world } from './testing/world.ts';

describe('a picture that was deleted on the blog', () => {
  it('is uploaded again the next time, and the others are not', async () => {
    const it = world();
    await it.run(sampleJob());
    it.blog.media.splice(0, 1);
    await it.run(sampleJob(sampleFreight({}, 2, 'Harbour open again')));
    const { media } = it.blog;
    expect(media).toHaveLength(2);
    const [post] = it.blog.posts.values();
    expect(media.every(({ answer }) => post?.html.includes(answer.url))).toBe(true);
  });

  it('is uploaded again when the writer tries a job once more that failed without it', async () => {
    const it = world({ update: [{ is: 'garbled' }] });
    const failing = await until(it, sampleJob(), ({ state }) => state === 'failed');
    it.blog.media.splice(0, 1);
    await it.run(next(failing, { type: 'retry' }, it.clock.now));
    expect(it.blog.media).toHaveLength(2);
    expect(it.blog.public).toHaveLength(1);
  });
});
