import { describe, expect, it } from 'vitest';
import type { JobView } from '../../../core/outbox/job.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { RemoteContent } from '../../../core/publishing/target.ts';
import { fillMedia } from '../../../core/rendering/media-slots.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { OutboxRunner } from './outbox-runner.ts';
import type { Fault } from './testing/faulty-target.ts';
import { passTime, setUpOutbox } from './testing/outbox-fixture.ts';

/** These try one case after another over real files. */
const patient = { timeout: 60_000 };

const minute = 60_000;
const hour = 60 * minute;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

const only = async (outbox: OutboxRunner): Promise<JobView> => {
  const [job, ...more] = value(await outbox.list());
  if (!job || more.length > 0) throw new Error('expected one job');
  return job;
};

const publishTo = (...blogs: readonly Blog[]) => ({
  blogs: blogs.map(({ id }) => id),
  status: 'published' as const,
  date: null,
});

/** The n-th call of a name meets the fault; every other goes well. */
const nth = (name: string, number: number, fault: Fault) => {
  let seen = 0;
  return (call: string): Fault => {
    if (call === name) seen += 1;
    return call === name && seen === number ? fault : 'fine';
  };
};

describe('a post that is sent off', () => {
  it('stands on the blog, is put on record, and its version is kept', async () => {
    const { start, newPost, blog, library, read, picture, seen, errors } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    const [accepted] = value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    expect(accepted).toMatchObject({ headline: 'Harbour closed', blogName: blog.site.name, uploads: 1 });
    await outbox.idle();

    expect(await only(outbox)).toMatchObject({ state: 'done', uploaded: 1, dropped: [] });
    expect(read('index.html')).toContain('Harbour closed');
    expect(read('posts/harbour-closed/index.html')).toContain(`media/${picture.sha256.slice(0, 32)}.png`);
    expect(value(await library.publications.get({ postId: post.id, blogId: blog.id }))).toMatchObject({
      status: 'published',
      slug: 'harbour-closed',
      revision: post.revision,
    });
    expect(value(await library.posts.open({ id: post.id })).state).toBe('published');
    expect(value(await library.posts.versions({ id: post.id }))[0]?.why).toBe('publish');
    expect(new Set(seen.flat().map(({ step }) => step))).toEqual(
      new Set(['check', 'create', 'upload', 'update', 'sweep', 'release', 'verify']),
    );
    expect(errors).toEqual([]);
  });

  it('is the very string of the preview, in which only the media addresses are filled in', async () => {
    const { start, newPost, blog, faulty, library, picture } = await setUpOutbox();
    const sent: RemoteContent[] = [];
    const { update } = faulty.target;
    Object.assign(faulty.target, {
      update: (...input: Parameters<typeof update>) => {
        sent.push(input[2]);
        return update(...input);
      },
    });
    const outbox = start();
    const post = await newPost();
    const preview = value(await outbox.preview(post.id, blog.id));
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    const upload = value(await library.uploads.get({ blogId: blog.id, sha256: picture.sha256 }));
    if (!upload) throw new Error('no upload');
    expect(sent.map(({ html }) => html)).toEqual([fillMedia(preview.sent, () => upload)]);
    expect(sent[0]?.title).toBe(preview.title);
    expect(preview.html).toContain(`media://library/${picture.sha256}`);
  });

  it('is updated in place the next time', async () => {
    const { start, newPost, rewrite, blog, postsOn, clock } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    clock.moveTo(clock.now() + hour);
    await rewrite(post, 'Harbour open again');
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    expect(await postsOn()).toMatchObject([
      { title: 'Harbour open again', slug: 'harbour-closed', status: 'published' },
    ]);
  });

  it('goes to several blogs side by side: one that hangs does not hold up another', async () => {
    const { start, newPost, blog, other, faulty, postsOn, seen } = await setUpOutbox();
    faulty.fault = () => 'cut';
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog, other) }));
    await expect.poll(() => seen.at(-1)?.map(({ state }) => state), { timeout: 30_000 }).toEqual(['running', 'done']);
    expect(await postsOn(other)).toMatchObject([{ status: 'published' }]);
    outbox.stop();
  });

  it('is refused when there is nothing to send, or a picture is missing, and nothing is queued', async () => {
    const { start, library, blog, newPost, picture } = await setUpOutbox();
    const outbox = start();
    const document = {
      schemaVersion: 1,
      doc: {
        type: 'doc',
        content: [
          { type: 'headline' },
          { type: 'section', attrs: { kind: 'comment', label: '' }, content: [{ type: 'paragraph' }] },
        ],
      },
    };
    const empty = value(await library.posts.create({ document }));
    expect(await outbox.submit({ postId: empty.id, ...publishTo(blog) })).toMatchObject({
      error: { code: 'publish/nothing-to-send' },
    });
    const post = await newPost();
    const without = { ...library, media: { ...library.media, get: async () => failed('media/missing') } };
    const poor = (await setUpOutbox({ library: without, blogOf: async () => ok(blog) })).start();
    expect(await poor.submit({ postId: post.id, ...publishTo(blog) })).toMatchObject({
      error: { code: 'media/missing' },
    });
    expect(value(await outbox.list())).toEqual([]);
    expect(picture.type).toBe('image/png');
  });
});

describe('a bad network', () => {
  it('makes the job wait; it goes out once when the network is back', async () => {
    const { start, newPost, blog, faulty, postsOn, clock } = await setUpOutbox();
    faulty.fault = () => 'refused';
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await passTime(outbox, clock, clock.now() + 10 * minute);
    expect(await only(outbox)).toMatchObject({ state: 'waiting', trouble: { code: 'network/refused' } });
    faulty.fault = () => 'fine';
    outbox.online();
    await outbox.idle();
    expect(await only(outbox)).toMatchObject({ state: 'done' });
    expect(await postsOn()).toHaveLength(1);
  });

  it('that swallows the answer to every kind of request still makes one post', patient, async () => {
    for (const call of ['createDraft', 'uploadMedia', 'update', 'publish', 'find', 'fetch'] as const) {
      const { start, newPost, blog, faulty, postsOn, clock } = await setUpOutbox();
      faulty.fault = nth(call, 1, 'unanswered');
      const outbox = start();
      const post = await newPost();
      value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
      await passTime(outbox, clock, clock.now() + 2 * hour);
      expect(await only(outbox)).toMatchObject({ state: 'done' });
      expect(await postsOn()).toMatchObject([{ status: 'published', slug: 'harbour-closed' }]);
    }
  });

  it('that delivers a create after everything is over leaves no double', async () => {
    const { start, newPost, blog, faulty, postsOn, clock, read } = await setUpOutbox();
    faulty.fault = nth('createDraft', 1, 'late');
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await passTime(outbox, clock, clock.now() + 5 * minute);
    // The marker is free again since the update took it away, so the late create makes a second draft.
    await faulty.deliver();
    expect((await postsOn()).map(({ status }) => status).toSorted()).toEqual(['draft', 'published']);
    await passTime(outbox, clock, clock.now() + 2 * hour);
    expect((await postsOn()).map(({ status }) => status)).toEqual(['published']);
    expect(read('feed.xml')).not.toContain('draft-');
  });
});

describe('an app that is killed', () => {
  it(
    'at any request, before or after the blog carried it out, makes one post when it is started again',
    patient,
    async () => {
      const kills = Array.from({ length: 9 }, (_, number) => number).flatMap((number) =>
        (['cut', 'cut-after'] as const).map((fault) => ({ number, fault })),
      );
      for (const { number, fault } of kills) {
        const { start, newPost, blog, faulty, postsOn, library, clock } = await setUpOutbox();
        faulty.fault = (_, call) => (call === number ? fault : 'fine');
        const killed = start();
        const post = await newPost();
        value(await killed.submit({ postId: post.id, ...publishTo(blog) }));
        await Promise.race([faulty.cut.promise, killed.idle()]);
        killed.stop();
        faulty.fault = () => 'fine';

        const outbox = start();
        await outbox.start();
        await passTime(outbox, clock, clock.now() + 2 * hour);
        expect(await only(outbox)).toMatchObject({ state: 'done' });
        expect(await postsOn()).toMatchObject([{ status: 'published', slug: 'harbour-closed' }]);
        expect(value(await library.publications.list({ id: post.id }))).toHaveLength(1);
      }
    },
  );

  it('and started after more than a day asks before anything goes out', async () => {
    const { start, newPost, blog, faulty, postsOn, clock } = await setUpOutbox();
    faulty.fault = () => 'refused';
    const before = start();
    const post = await newPost();
    value(await before.submit({ postId: post.id, ...publishTo(blog) }));
    await before.idle();
    before.stop();
    faulty.fault = () => 'fine';
    clock.moveTo(clock.now() + 25 * hour);
    const outbox = start();
    await outbox.start();
    await outbox.idle();
    const asking = await only(outbox);
    expect(asking).toMatchObject({ state: 'asking', question: 'late' });
    expect(await postsOn()).toEqual([]);
    value(await outbox.answer(asking.id, 'go-on'));
    await outbox.idle();
    expect(await postsOn()).toHaveLength(1);
  });

  it('leaves a row that cannot be read where it is and goes on with the others', async () => {
    const { start, newPost, blog, library, errors, postsOn } = await setUpOutbox();
    const strange = { id: '0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6', state: 'strange' };
    value(await library.jobs.put(strange as unknown as Parameters<typeof library.jobs.put>[0]));
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    expect(errors).toContainEqual(expect.objectContaining({ code: 'library/corrupt' }));
    expect(await postsOn()).toHaveLength(1);
    expect(value(await library.jobs.list())).toContainEqual(strange);
  });
});

describe('the journal', () => {
  it('is written before the first byte is sent: a full disk refuses the job', async () => {
    const { library, ...first } = await setUpOutbox();
    const full = { ...library, jobs: { ...library.jobs, put: async () => failed('library/disk-full') } };
    const outbox = (await setUpOutbox({ ...first.parts, library: full })).start();
    const post = await first.newPost();
    expect(await outbox.submit({ postId: post.id, ...publishTo(first.blog) })).toMatchObject({
      error: { code: 'library/disk-full' },
    });
    await outbox.idle();
    expect(first.faulty.calls).toEqual([]);
    expect(value(await outbox.list())).toEqual([]);
  });

  it('that cannot be read accepts nothing, and is read when it can be', async () => {
    const { library, ...first } = await setUpOutbox();
    let isThere = false;
    const list: typeof library.jobs.list = async () => (isThere ? library.jobs.list() : failed('library/unavailable'));
    const away = { ...library, jobs: { ...library.jobs, list } };
    const outbox = (await setUpOutbox({ ...first.parts, library: away })).start();
    const post = await first.newPost();
    const submission = { postId: post.id, ...publishTo(first.blog) };
    expect(await outbox.submit(submission)).toMatchObject({ error: { code: 'library/unavailable' } });
    expect(value(await library.jobs.list())).toEqual([]);
    isThere = true;
    value(await outbox.submit(submission));
    await outbox.idle();
    expect(await first.postsOn()).toHaveLength(1);
  });

  it('that fills up on the way stops the job, and it goes on when there is room', async () => {
    const { library, ...first } = await setUpOutbox();
    let puts = 0;
    let isFull = true;
    const put: typeof library.jobs.put = async (job) => {
      puts += 1;
      return puts > 4 && isFull ? failed('library/disk-full') : library.jobs.put(job);
    };
    const tight = { ...library, jobs: { ...library.jobs, put } };
    const outbox = (await setUpOutbox({ ...first.parts, library: tight })).start();
    const post = await first.newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(first.blog) }));
    await outbox.idle();
    expect(await only(outbox)).toMatchObject({ state: 'waiting', trouble: { code: 'library/disk-full' } });
    const sent = first.faulty.calls.length;
    isFull = false;
    await passTime(outbox, first.clock, first.clock.now() + minute);
    expect(await only(outbox)).toMatchObject({ state: 'done' });
    expect(first.faulty.calls.length).toBeGreaterThan(sent);
    expect(await first.postsOn()).toHaveLength(1);
  });
});

describe('the writer', () => {
  it('replaces a waiting job by sending the post off again, and sees before that it is out of date', async () => {
    const { start, newPost, rewrite, blog, faulty, postsOn } = await setUpOutbox();
    faulty.fault = nth('uploadMedia', 1, 'refused');
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    await outbox.postChanged(post.id);
    expect(await only(outbox)).toMatchObject({ state: 'waiting', editedSince: false });
    await rewrite(post, 'Harbour open again');
    await outbox.postChanged(post.id);
    expect(await only(outbox)).toMatchObject({ editedSince: true });

    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    expect(await only(outbox)).toMatchObject({ state: 'done', editedSince: false, headline: 'Harbour open again' });
    expect(await postsOn()).toMatchObject([{ title: 'Harbour open again', status: 'published' }]);
  });

  it('sends off a post whose job is running: the newer text follows as an update', async () => {
    const { start, newPost, rewrite, blog, faulty, postsOn } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const { createDraft } = faulty.target;
    Object.assign(faulty.target, {
      createDraft: async (...input: Parameters<typeof createDraft>) => {
        reached.resolve();
        await gate.promise;
        return createDraft(...input);
      },
    });
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await reached.promise;
    await rewrite(post, 'Harbour open again');
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    gate.resolve();
    await outbox.idle();
    expect(value(await outbox.list()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(await postsOn()).toMatchObject([{ title: 'Harbour open again' }]);
  });

  it('sends off a post whose job is running and then stops: the job goes on with the newer text', async () => {
    const { start, newPost, rewrite, blog, faulty, postsOn } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    const gate = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const { uploadMedia } = faulty.target;
    let uploads = 0;
    Object.assign(faulty.target, {
      uploadMedia: async (...input: Parameters<typeof uploadMedia>) => {
        uploads += 1;
        reached.resolve();
        await gate.promise;
        return uploads === 1 ? failed('publish/upload-refused') : uploadMedia(...input);
      },
    });
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await reached.promise;
    await rewrite(post, 'Harbour open again');
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    expect(value(await outbox.list())).toHaveLength(2);
    gate.resolve();
    await outbox.idle();
    expect(await only(outbox)).toMatchObject({ state: 'done', headline: 'Harbour open again' });
    expect(await postsOn()).toMatchObject([{ title: 'Harbour open again', status: 'published' }]);
  });

  it('cancels a waiting job: its draft is trashed and the job can be taken off the list', async () => {
    const { start, newPost, blog, faulty, postsOn, library } = await setUpOutbox();
    faulty.fault = nth('uploadMedia', 1, 'refused');
    const outbox = start();
    const post = await newPost();
    const [job] = value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    if (!job) throw new Error('no job');
    await outbox.idle();
    expect(await postsOn()).toHaveLength(1);
    expect(await outbox.dismiss(job.id)).toMatchObject({ error: { code: 'app/bad-request' } });
    value(await outbox.cancel(job.id));
    await outbox.idle();
    expect(await only(outbox)).toMatchObject({ state: 'cancelled', remains: null });
    expect(await postsOn()).toEqual([]);
    value(await outbox.dismiss(job.id));
    expect(value(await outbox.list())).toEqual([]);
    expect(value(await library.jobs.list())).toEqual([]);
  });

  it('is asked when the post was changed on the blog, and can make a new draft of it', async () => {
    const { start, newPost, rewrite, blog, faulty, postsOn, library } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    const [live] = await postsOn();
    if (!live) throw new Error('no post');
    const theirs = { title: live.title, html: '<p>Theirs.</p>', excerpt: '', tags: [], categories: [], language: '' };
    const connection = { site: blog.site, credential: null };
    value(await faulty.target.update(connection, live.id, { ...theirs, featuredMedia: null }, ''));

    await rewrite(post, 'Mine');
    value(await outbox.submit({ postId: post.id, ...publishTo(blog) }));
    await outbox.idle();
    const asking = value(await outbox.list()).find(({ state }) => state === 'asking');
    expect(asking?.question).toBe('changed-on-blog');
    if (!asking) throw new Error('not asked');
    value(await outbox.answer(asking.id, 'publish-as-new-draft'));
    await outbox.idle();
    const posts = await postsOn();
    expect(posts.find(({ id }) => id === live.id)).toMatchObject({ html: '<p>Theirs.</p>', status: 'published' });
    expect(posts.find(({ id }) => id !== live.id)).toMatchObject({ title: 'Mine', status: 'draft' });
    const publication = value(await library.publications.get({ postId: post.id, blogId: blog.id }));
    expect(publication?.remoteId).not.toBe(live.id);
  });

  it('schedules a post on a blog in a folder: it appears when it is due and the app runs', async () => {
    const { start, newPost, blog, clock, read, library } = await setUpOutbox();
    const outbox = start();
    const post = await newPost();
    const date = clock.now() + 3 * hour;
    value(await outbox.submit({ postId: post.id, blogs: [blog.id], status: 'scheduled', date }));
    await outbox.idle();
    expect(value(await library.posts.open({ id: post.id })).state).toBe('scheduled');
    expect(read('index.html')).not.toContain('Harbour closed');
    await passTime(outbox, clock, date + minute);
    expect(read('index.html')).toContain('Harbour closed');
    expect(value(await library.posts.open({ id: post.id })).state).toBe('published');
  });
});
