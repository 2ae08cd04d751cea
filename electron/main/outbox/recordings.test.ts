import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaVersion } from '../../../core/document/migrations/migrations.ts';
import { emptyFields, type StoredDocument } from '../../../core/document/post.ts';
import { wav } from '../../../core/recordings/testing/files.ts';
import type { Result } from '../../../core/trouble.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { makeRecordingIntake } from '../media/recording-intake.ts';
import type { Fault } from './testing/faulty-target.ts';
import { passTime, setUpOutbox } from './testing/outbox-fixture.ts';

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const hour = 3_600_000;
const foghorn = wav(3);

const documentOf = (sha256: string): StoredDocument => ({
  schemaVersion,
  doc: {
    type: 'doc',
    content: [
      { type: 'headline', content: [{ type: 'text', text: 'Harbour closed' }] },
      {
        type: 'section',
        attrs: { kind: 'summary', label: '' },
        content: [
          {
            type: 'recording',
            attrs: { media: sha256, kind: 'audio', ownWork: true, width: null, height: null },
            content: [{ type: 'caption', content: [{ type: 'text', text: 'The foghorn.' }] }, { type: 'credit' }],
          },
        ],
      },
    ],
  },
});

/** A post with an audio file of the library, on its way to a blog. */
const setUp = async () => {
  const world = await setUpOutbox();
  const folder = temporaryFolder();
  const intake = makeRecordingIntake(join(folder, 'incoming'), world.media);
  const file = join(folder, 'foghorn.wav');
  await writeFile(file, foghorn);
  const { taking } = value(await intake.beginFile(file));
  value(await intake.take(taking, null));
  const { sha256 } = value(await intake.finish(taking));
  const post = value(
    await world.library.posts.create({ document: documentOf(sha256), fields: emptyFields, sources: [] }),
  );
  const submit = { postId: post.id, blogs: [world.blog.id], status: 'published' as const, date: null };
  const sounds = () => world.filesOn().filter((path) => path.endsWith('.wav'));
  return { ...world, sha256, submit, sounds };
};

const uploadMeets = (fault: Fault) => {
  let met = false;
  return (call: string): Fault => {
    if (call !== 'uploadMedia' || met) return 'fine';
    met = true;
    return fault;
  };
};

describe('an audio file of a post', () => {
  it.each(['fine', 'refused', 'unanswered', 'cut', 'cut-after'] as const)(
    'is on the blog once and whole when its upload is %s',
    async (fault) => {
      const { start, submit, sounds, faulty, postsOn, clock, read, sha256 } = await setUp();
      faulty.fault = uploadMeets(fault);
      const first = start();
      value(await first.submit(submit));
      await Promise.race([faulty.cut.promise, first.idle()]);
      first.stop();
      const outbox = start();
      await outbox.start();
      await passTime(outbox, clock, clock.now() + 2 * hour);
      expect(value(await outbox.list())).toMatchObject([{ state: 'done', uploads: 1, uploaded: 1 }]);
      expect(await postsOn()).toMatchObject([{ status: 'published' }]);
      expect(sounds()).toHaveLength(1);
      expect(readFileSync(sounds()[0] ?? '').equals(foghorn)).toBe(true);
      expect(read('posts/harbour-closed/index.html')).toContain(`src="../../media/${sha256.slice(0, 32)}.wav"`);
    },
  );

  it('whose bytes in the library are no longer those it was named after is not sent', async () => {
    const { start, submit, sounds, media, sha256, clock } = await setUp();
    const { path } = value(await media.find(sha256));
    await writeFile(path, Buffer.from(foghorn).fill(1, 100, 200));
    const outbox = start();
    value(await outbox.submit(submit));
    await passTime(outbox, clock, clock.now() + hour);
    expect(value(await outbox.list())).toMatchObject([
      { state: 'failed', trouble: { code: 'media/recording-corrupt', params: { name: 'foghorn.wav' } } },
    ]);
    expect(sounds()).toEqual([]);
  });
});
