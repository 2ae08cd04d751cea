import { describe, expect, it } from 'vitest';
import { failed, trouble, troubleCodes } from '../trouble.ts';
import type { JobEvent } from './events.ts';
import { jobAnswers } from './job.ts';
import { effectOf, isReplaceable, next, replace } from './machine.ts';
import { type Job, parseJob, stages } from './record.ts';
import { sampleFreight, sampleJob, sampleMarker } from './testing/samples.ts';
import { type Call, until, world } from './testing/world.ts';

const count = (calls: readonly Call[], call: Call): number => calls.filter((it) => it === call).length;

describe('the way of one post', () => {
  it('checks, creates, uploads, compares, updates, sweeps, releases and reads back', async () => {
    const it = world();
    const done = await it.run(sampleJob());
    expect(done.state).toBe('done');
    expect(it.calls).toEqual([
      'capabilities',
      'createDraft',
      'uploadMedia',
      'uploadMedia',
      'fetch',
      'update',
      'find',
      'publish',
      'fetch',
    ]);
    expect(it.desk.kept).toMatchObject({ remoteId: 'p1', status: 'published', revision: 3 });
    expect(it.blog.posts.get('p1')?.slug).toBe('harbour-closed');
  });

  it('updates the same post the next time, without a new draft or a new upload', async () => {
    const it = world();
    await it.run(sampleJob());
    it.calls.length = 0;
    await it.run(sampleJob(sampleFreight({}, 2, 'Harbour open again')));
    expect(it.calls.filter((call) => call !== 'uploadMedia')).toEqual([
      'capabilities',
      'fetch',
      'fetch',
      'update',
      'fetch',
    ]);
    expect(it.blog.media).toHaveLength(2);
    expect([...it.blog.posts.values()]).toMatchObject([{ title: 'Harbour open again', slug: 'harbour-closed' }]);
  });
});

describe('a lost answer', () => {
  it('to the create is looked for before anything is sent again', async () => {
    const it = world({ createDraft: [{ is: 'unanswered' }] });
    const done = await it.run(sampleJob());
    expect(count(it.calls, 'createDraft')).toBe(1);
    expect(done.remote?.id).toBe('p1');
    expect(it.blog.posts.size).toBe(1);
  });

  it('to a create that arrives after the look leaves one public post and a trashed double', async () => {
    const it = world({ createDraft: [{ is: 'late', after: 3 }] });
    await it.run(sampleJob());
    expect([...it.blog.posts.values()].map(({ status }) => status).toSorted()).toEqual(['published', 'trash']);
  });

  it('to a create that arrives before the sweep is trashed before anything is public', async () => {
    const it = world({ createDraft: [{ is: 'late', after: 2 }] });
    const released = await until(it, sampleJob(), (job) => job.stage === 'release');
    expect(released.remote?.id).toBeDefined();
    expect([...it.blog.posts.values()].map(({ status }) => status).toSorted()).toEqual(['draft', 'trash']);
  });

  it('to a create that arrives after everything is swept at the next start', async () => {
    const it = world({ createDraft: [{ is: 'late', after: 1000 }] });
    const done = await it.run(sampleJob());
    expect(done.aftercare).toMatchObject([{ kind: 'sweep', at: null }]);
    it.blog.deliver();
    const over = await it.run(next(done, { type: 'started' }, it.clock.now));
    expect(over.aftercare).toEqual([]);
    expect([...it.blog.posts.values()].map(({ status }) => status)).toEqual(['published', 'trash']);
  });

  it('to the release is read back, not sent again', async () => {
    const it = world({ publish: [{ is: 'unanswered' }] });
    await it.run(sampleJob());
    expect(count(it.calls, 'publish')).toBe(1);
  });

  it('to an update that the blog carried out is no conflict', async () => {
    const it = world({ update: [{ is: 'unanswered' }, { is: 'error' }] });
    const done = await it.run(sampleJob());
    expect(done.state).toBe('done');
    expect(count(it.calls, 'update')).toBe(3);
  });

  it('for want of a network is tried again at once when the network is back', () => {
    const waiting = next(
      { ...sampleJob(), state: 'running' },
      { type: 'troubled', trouble: trouble('network/offline') },
      0,
    );
    expect(waiting).toMatchObject({ state: 'waiting', nextAttemptAt: 2000 });
    expect(next(waiting, { type: 'online' }, 500).nextAttemptAt).toBe(500);
  });

  it('to a create that certainly never left this computer needs no look', async () => {
    const it = world({ createDraft: [{ is: 'refused' }] });
    const done = await it.run(sampleJob());
    expect(done.lost).toBe(false);
    expect(count(it.calls, 'find')).toBe(1);
    expect(done.aftercare).toEqual([]);
  });
});

describe('a question', () => {
  it('stops an update of a post that was changed on the blog, and a new draft leaves it alone', async () => {
    const it = world();
    await it.run(sampleJob());
    const post = it.blog.posts.get('p1');
    if (post) post.html = '<p>Changed on the blog.</p>';
    const asking = await until(it, sampleJob(sampleFreight({}, 2, 'Again')), ({ state }) => state === 'asking');
    expect(asking.question).toBe('changed-on-blog');
    expect(next(asking, { type: 'answer', answer: 'go-on' }, 0)).toEqual(asking);
    const done = await it.run(next(asking, { type: 'answer', answer: 'publish-as-new-draft' }, it.clock.now));
    expect(done.state).toBe('done');
    expect(post).toMatchObject({ html: '<p>Changed on the blog.</p>', status: 'published' });
    expect(it.blog.posts.get('p2')).toMatchObject({ status: 'draft', title: 'Again' });
    expect(it.desk.kept?.remoteId).toBe('p2');
  });

  it('is asked when the post is gone, and sending it again makes it anew', async () => {
    const it = world();
    await it.run(sampleJob());
    it.blog.posts.delete('p1');
    const asking = await until(it, sampleJob(), ({ state }) => state === 'asking');
    expect(asking.question).toBe('gone');
    const done = await it.run(next(asking, { type: 'answer', answer: 'send-again' }, it.clock.now));
    expect(done.state).toBe('done');
    expect(it.blog.public).toHaveLength(1);
  });

  it('is asked by a job that waited for more than a day', () => {
    const day = 24 * 3_600_000;
    expect(next(sampleJob(), { type: 'woken' }, day).state).toBe('running');
    const late = next(sampleJob(), { type: 'woken' }, day + 1);
    expect(late).toMatchObject({ state: 'asking', question: 'late' });
    expect(next(late, { type: 'answer', answer: 'go-on' }, day + 1)).toMatchObject({
      state: 'running',
      stage: 'check',
    });
    expect(next(late, { type: 'answer', answer: 'cancel' }, day + 1).state).toBe('cancelled');
  });

  it('is asked when the scheduled time passed; going on publishes now', async () => {
    const it = world();
    const late = next(sampleJob(sampleFreight({ status: 'scheduled', date: 1000 })), { type: 'woken' }, 1000);
    expect(late.question).toBe('late');
    const done = await it.run(next(late, { type: 'answer', answer: 'go-on' }, 1000));
    expect(done.intent).toMatchObject({ status: 'published', date: null });
    expect(it.blog.public).toHaveLength(1);
  });

  it('is asked where a platform gives no way to look', () => {
    const looking: Job = { ...sampleJob(), state: 'running', stage: 'look', lost: true };
    const asking = next(looking, { type: 'troubled', trouble: trouble('publish/uncertain') }, 0);
    expect(asking.question).toBe('uncertain');
    expect(next(asking, { type: 'answer', answer: 'it-is-there' }, 0).state).toBe('done');
    expect(next(asking, { type: 'answer', answer: 'send-again' }, 0)).toMatchObject({
      state: 'running',
      stage: 'create',
    });
  });
});

describe('cancelling', () => {
  it('before anything was sent leaves nothing', () => {
    expect(next(sampleJob(), { type: 'cancel' }, 0)).toMatchObject({ state: 'cancelled', remains: null });
  });

  it('after the draft was made trashes it', async () => {
    const it = world();
    const updated = await until(it, sampleJob(), (job) => job.stage === 'sweep');
    const over = await it.run(next(updated, { type: 'cancel' }, 0));
    expect(over).toMatchObject({ state: 'cancelled', remains: null });
    expect([...it.blog.posts.values()].map(({ status }) => status)).toEqual(['trash']);
  });

  it('says so when the draft could not be trashed, and the next job goes on with that draft', async () => {
    const it = world({ remove: [{ is: 'refused' }] });
    const updated = await until(it, sampleJob(), (job) => job.stage === 'sweep');
    const over = await it.run(next(updated, { type: 'cancel' }, 0));
    expect(over).toMatchObject({ state: 'cancelled', remains: 'draft' });
    expect((await it.run(sampleJob())).state).toBe('done');
    expect([...it.blog.posts.values()].map(({ status }) => status)).toEqual(['published']);
  });

  it('cannot take back a release that went out: it is seen to its end', () => {
    const releasing: Job = { ...sampleJob(), state: 'running', stage: 'release', released: 'sent' };
    expect(next(releasing, { type: 'cancel' }, 0)).toEqual(releasing);
  });

  it('of an update leaves the post where it is', async () => {
    const it = world();
    await it.run(sampleJob());
    const second = await until(it, sampleJob(sampleFreight({}, 2, 'Again')), (job) => job.stage === 'compare');
    const over = await it.run(next(second, { type: 'cancel' }, 0));
    expect(over.state).toBe('cancelled');
    expect(it.blog.public).toHaveLength(1);
  });
});

describe('a scheduled post', () => {
  it('is seen out when its time has come, even where the blog does nothing by itself', async () => {
    const it = world();
    const done = await it.run(sampleJob(sampleFreight({ status: 'scheduled', date: 3_600_000 })));
    expect(done).toMatchObject({ state: 'done', aftercare: [] });
    expect(it.clock.now).toBeGreaterThanOrEqual(3_600_000);
    expect(it.blog.public).toHaveLength(1);
    expect(it.desk.kept?.status).toBe('published');
  });

  it('that was moved on the blog is left to its new time', async () => {
    const it = world();
    const job = sampleJob(sampleFreight({ status: 'scheduled', date: 3_600_000 }));
    const scheduled = await until(it, job, ({ state }) => state === 'done');
    const post = it.blog.posts.get('p1');
    if (post) post.date = 7_200_000;
    it.clock.now = 3_700_000;
    const moved = await until(it, scheduled, ({ aftercare }) => aftercare[0]?.at === 7_205_000);
    expect(moved.aftercare).toHaveLength(1);
    expect(it.blog.public).toHaveLength(0);
  });
});

describe('what stops a job', () => {
  it('is a role that may not publish', () => {
    const checking: Job = { ...sampleJob(), state: 'running' };
    const capabilities = { ...world().blog.capabilities, publish: false };
    const event: JobEvent = { type: 'checked', capabilities, publication: null, live: null };
    expect(next(checking, event, 0)).toMatchObject({ state: 'failed', trouble: { code: 'blog/role-cannot-publish' } });
  });

  it('is a draft or a schedule for a post that is public already', async () => {
    const it = world();
    await it.run(sampleJob());
    const failing = await until(it, sampleJob(sampleFreight({ status: 'draft' })), ({ state }) => state === 'failed');
    expect(failing.trouble?.code).toBe('publish/already-public');
    expect(it.blog.public).toHaveLength(1);
  });

  it('is a slug that still carries the marker after the update', () => {
    const { blog } = world();
    const post = { id: 'p1', status: 'draft', slug: `${sampleMarker}-2`, link: '', title: '', html: '' } as const;
    const remote = { id: 'p1', base: 'x', link: '', slug: '', status: 'draft', date: null, created: true } as const;
    const updating: Job = { ...sampleJob(), state: 'running', stage: 'update', remote };
    const after = next(updating, { type: 'updated', post: { ...post, fingerprint: 'y', date: null } }, 0);
    expect(after).toMatchObject({ state: 'failed', stage: 'compare' });
    expect(blog.posts.size).toBe(0);
  });
});

describe('a newer text of the same post', () => {
  it('takes the place of a waiting job and keeps its draft', async () => {
    const it = world({ uploadMedia: [{ is: 'refused' }] });
    const waiting = await until(it, sampleJob(), ({ state, stage }) => state === 'waiting' && stage === 'upload');
    expect(isReplaceable(waiting)).toBe(true);
    const newer = replace(waiting, sampleFreight({}, 1, 'Newer'), it.clock.now);
    await it.run(newer);
    expect([...it.blog.posts.values()]).toMatchObject([{ status: 'published', title: 'Newer' }]);
  });

  it('does not touch a job whose request may be in flight', () => {
    expect(isReplaceable({ ...sampleJob(), state: 'running' })).toBe(false);
  });
});

describe('the machine', () => {
  const { blog } = world();
  const post = {
    id: 'p1',
    status: 'draft',
    slug: '',
    link: '',
    title: '',
    html: '',
    fingerprint: 'f',
    date: null,
  } as const;
  const media = { id: 'm1', url: 'https://blog.invalid/m1.png', width: 1, height: 1 };
  const capabilities = blog.capabilities;
  const remote = { id: 'p1', base: 'f', link: '', slug: '', status: 'draft', date: null, created: true } as const;
  const sha256 = '1'.repeat(64);

  const events: readonly JobEvent[] = [
    { type: 'checked', capabilities, publication: null, live: null },
    { type: 'created', post },
    { type: 'looked', posts: [] },
    { type: 'looked', posts: [post] },
    { type: 'uploaded', sha256, media },
    { type: 'compared', live: post, mine: 'a', theirs: 'b' },
    { type: 'updated', post },
    { type: 'swept' },
    { type: 'released', post: { ...post, status: 'published' } },
    { type: 'released', post: { ...post, status: 'pending' } },
    { type: 'verified', post, theirs: 'b', dropped: [] },
    { type: 'recorded' },
    { type: 'withdrawn', left: null },
    { type: 'withdrawn', left: 'draft' },
    { type: 'settled', at: null, link: null },
    ...troubleCodes.map((code): JobEvent => ({ type: 'troubled', ...{ trouble: failed(code).error } })),
    { type: 'started' },
    { type: 'online' },
    { type: 'woken' },
    { type: 'retry' },
    { type: 'cancel' },
    ...jobAnswers.map((answer): JobEvent => ({ type: 'answer', answer })),
  ];

  const states = ['waiting', 'running', 'asking', 'failed', 'done', 'cancelled'] as const;
  const needsRemote = new Set(['compare', 'update', 'release', 'verify']);

  const jobs = states.flatMap((state) =>
    stages.flatMap((stage) =>
      [true, false].flatMap((lost) =>
        [true, false].flatMap((cancelling): readonly Job[] => [
          {
            ...sampleJob(),
            state,
            stage,
            lost,
            cancelling,
            question: state === 'asking' ? 'late' : null,
            remote: needsRemote.has(stage) ? remote : null,
            released: stage === 'release' || stage === 'verify' ? 'sent' : 'unsent',
          },
        ]),
      ),
    ),
  );

  it('takes every event in every state to a state that can be journaled and gone on from', { timeout: 60_000 }, () => {
    for (const job of jobs) {
      for (const event of events) {
        const after = next(job, event, 5000);
        expect(parseJob(JSON.parse(JSON.stringify(after)))).toMatchObject({ ok: true });
        const effect = effectOf(after, 5000);
        if (after.state !== 'running') expect(effect).toBeNull();
        if (effect && needsRemote.has(effect.type)) expect(after.remote).not.toBeNull();
        if (after.state === 'waiting') expect(after.nextAttemptAt).not.toBeNull();
        if (after.state === 'asking') expect(after.question).not.toBeNull();
        if (after.stage === 'release' && after.state === 'running') expect(after.released).toBe('sent');
        if (event.type === 'started') expect(after.state).not.toBe('running');
      }
    }
  });

  it('changes nothing on an outcome that does not belong to the stage', () => {
    const checking: Job = { ...sampleJob(), state: 'running' };
    expect(next(checking, { type: 'released', post }, 0)).toBe(checking);
    expect(next(sampleJob(), { type: 'created', post }, 0)).toEqual(sampleJob());
  });

  it('refuses a journal row that makes no sense', () => {
    expect(parseJob({ ...sampleJob(), marker: 'x' })).toMatchObject({ ok: false, error: { code: 'library/corrupt' } });
    expect(parseJob('{')).toMatchObject({ ok: false });
  });
});
