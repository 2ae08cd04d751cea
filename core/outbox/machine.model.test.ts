import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersTo } from './job.ts';
import { next } from './machine.ts';
import type { Job } from './record.ts';
import { type Clock, type Course, type Crash, runJob } from './testing/run-job.ts';
import { sampleFreight, sampleJob, sampleMarker } from './testing/samples.ts';
import { type Fate, SimulatedBlog } from './testing/simulated-blog.ts';
import { SimulatedDesk } from './testing/simulated-desk.ts';

/** OUTBOX_RUNS=20000 for a long soak; a failure prints the seed to repeat it with. */
const numRuns = Number(process.env.OUTBOX_RUNS ?? 400);
const timeout = 20_000 + numRuns * 20;

const fate: fc.Arbitrary<Fate> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Fate>({ is: 'fine' }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('refused', 'lost', 'unanswered', 'error', 'garbled', 'broken')
      .map((is) => ({ is }) as Fate),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 30 }).map((after): Fate => ({ is: 'late', after })) },
);

const crash = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Crash>('none') },
  { weight: 1, arbitrary: fc.constantFrom<Crash>('before the effect', 'after the effect') },
);

const choice = fc.nat({ max: 20 });
const intent = fc.constantFrom(
  { status: 'published' } as const,
  { status: 'draft' } as const,
  { status: 'scheduled', date: 30 * 60_000 } as const,
);

const taker = <T>(list: readonly T[], otherwise: T): (() => T) => {
  let index = 0;
  return () => list[index++] ?? otherwise;
};

/** Answers what the choices say; when they are used up, whatever goes on. */
const decider =
  (clock: Clock, take: () => number): Course['decide'] =>
  (job) => {
    if (job.state === 'failed') return next(job, { type: take() % 5 === 4 ? 'cancel' : 'retry' }, clock.now);
    const answers = job.question ? answersTo[job.question] : [];
    const answer = answers[take() % Math.max(answers.length, 1)];
    if (!answer) throw new Error('asks nothing');
    return next(job, { type: 'answer', answer }, clock.now);
  };

const scenario = fc.record({
  intent,
  fates: fc.array(fate, { maxLength: 40 }),
  crashes: fc.array(crash, { maxLength: 40 }),
  choices: fc.array(choice, { maxLength: 10 }),
  /** At which step the writer cancels, if at all. */
  cancelAt: fc.option(fc.nat({ max: 30 }), { freq: 3 }),
});

const carriesMarker = (slug: string): boolean => slug.includes(sampleMarker);

describe('a job on any network, with crashes anywhere', () => {
  it('makes one post, never a public marker, uploads each file once, and ends', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ intent: wanted, fates, crashes, choices, cancelAt }) => {
        const clock: Clock = { now: 0 };
        const take = taker<Fate>(fates, { is: 'fine' });
        let lateUploads = 0;
        const blog = new SimulatedBlog(
          () => clock.now,
          (call) => {
            const it = take();
            if (it.is === 'late' && call === 'uploadMedia') lateUploads += 1;
            return it;
          },
        );
        const desk = new SimulatedDesk(blog, () => clock.now);
        let step = 0;
        const course: Course = {
          crash: taker<Crash>(crashes, 'none'),
          decide: decider(clock, taker(choices, 0)),
          meanwhile: (job) => {
            blog.tick();
            expect(blog.public.length).toBeLessThanOrEqual(1);
            expect([...blog.publicSlugs].filter(carriesMarker)).toEqual([]);
            step += 1;
            return step === cancelAt ? next(job, { type: 'cancel' }, clock.now) : job;
          },
        };
        const ended = await runJob(sampleJob(sampleFreight(wanted)), desk, clock, course);

        blog.deliver();
        const atNextStart = next(ended, { type: 'started' }, clock.now);
        const over = await runJob(atNextStart, desk, clock, { ...course, crash: () => 'none' });
        blog.tick();

        expect(over.aftercare).toEqual([]);
        expect(blog.public.length).toBeLessThanOrEqual(1);
        expect([...blog.publicSlugs].filter(carriesMarker)).toEqual([]);
        expect(blog.media.length).toBeLessThanOrEqual(2 + lateUploads);
        const drafts = [...blog.posts].filter(([, post]) => post.status === 'draft' && post.html === '');
        const standing = [...blog.posts].filter(([, post]) => post.status !== 'trash');
        if (over.state === 'done') {
          expect(drafts).toEqual([]);
          expect(standing).toHaveLength(1);
          expect(standing[0]?.[0]).toBe(desk.kept?.remoteId);
          expect(standing[0]?.[1].html).toContain('Harbour closed: the ferries stopped.');
          expect(standing[0]?.[1].status).toBe(over.intent.status === 'draft' ? 'draft' : 'published');
          expect(desk.kept?.status).toBe(standing[0]?.[1].status);
        }
      }),
      { numRuns },
    );
  });
});

const edit = 'Somebody wrote this on the blog.';

describe('a post that somebody else edits on the blog', () => {
  it('is never overwritten', { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(
        scenario,
        fc.nat({ max: 25 }),
        fc.boolean(),
        async ({ intent: wanted, fates, crashes, choices }, editAt, isUpdate) => {
          const clock: Clock = { now: 0 };
          const fatesInTime = fates.map((it): Fate => (it.is === 'late' ? { is: 'unanswered' } : it));
          const take = taker<Fate>(isUpdate ? [] : fatesInTime, { is: 'fine' });
          const later = taker<Fate>(fatesInTime, { is: 'fine' });
          let isSecond = false;
          const blog = new SimulatedBlog(
            () => clock.now,
            () => (isSecond ? later() : take()),
          );
          const desk = new SimulatedDesk(blog, () => clock.now);
          let step = 0;
          let edited: string | null = null;
          const meanwhile = (job: Job): Job => {
            blog.tick();
            step += 1;
            const post = job.remote && blog.posts.get(job.remote.id);
            const isBetween = job.state !== 'running' || job.stage !== 'update';
            if (step >= editAt && edited === null && post && isBetween) {
              post.html += `<p>${edit}</p>`;
              edited = job.remote?.id ?? null;
            }
            if (edited !== null) expect(blog.posts.get(edited)?.html).toContain(edit);
            return job;
          };
          const course: Course = {
            crash: taker<Crash>(isUpdate ? [] : crashes, 'none'),
            decide: decider(clock, taker(choices, 0)),
            meanwhile,
          };
          await runJob(sampleJob(sampleFreight(wanted)), desk, clock, course);
          if (!isUpdate) return;
          isSecond = true;
          step = 0;
          const second = sampleJob(sampleFreight({ status: 'published' }, 2, 'Harbour open again'));
          await runJob({ ...second, freshUntil: clock.now + 1e9 }, desk, clock, {
            ...course,
            crash: taker<Crash>(crashes, 'none'),
          });
          if (edited !== null) expect(blog.posts.get(edited)?.html).toContain(edit);
        },
      ),
      { numRuns },
    );
  });
});
