import { type Trouble, type TroubleCode, trouble } from '../trouble.ts';
import { aftercareOf } from './aftercare.ts';
import type { JobQuestion } from './job.ts';
import type { Job, Stage } from './record.ts';
import { backoff } from './retry.ts';

/** On to a stage, with a clean slate. */
export const go = (job: Job, stage: Stage): Job => ({
  ...job,
  state: 'running',
  stage,
  attempts: 0,
  nextAttemptAt: null,
  trouble: null,
  question: null,
});

/** Stops until the writer has decided. */
export const ask = (job: Job, question: JobQuestion): Job => ({
  ...job,
  state: 'asking',
  question,
  nextAttemptAt: null,
});

/** Stops until the writer tries again. */
export const fail = (job: Job, why: Trouble): Job => ({ ...job, state: 'failed', trouble: why, nextAttemptAt: null });

/** Stops at something that no platform should answer; `detail` is for the log. */
export const failWith = (job: Job, code: TroubleCode, detail: string): Job => fail(job, trouble(code, { detail }));

/** Tries the same stage again by itself, a little later each time. */
export const wait = (job: Job, why: Trouble, now: number): Job => ({
  ...job,
  state: 'waiting',
  trouble: why,
  attempts: job.attempts + 1,
  nextAttemptAt: now + backoff(job.attempts + 1),
});

/** The job is over; what its lost requests may still do is left to the aftercare. */
export const end = (job: Job, state: 'done' | 'cancelled', now: number): Job => ({
  ...go(job, job.stage),
  state,
  cancelling: false,
  aftercare: aftercareOf(job, state, now),
});

/** Whether the writer must be asked before it goes out after all. */
export const isLate = (job: Job, now: number): boolean =>
  job.released === 'unsent' && (now > job.freshUntil || hasPassed(job, now));

/** Whether the time it was scheduled for is over. */
export const hasPassed = (job: Job, now: number): boolean =>
  job.intent.status === 'scheduled' && job.intent.date !== null && job.intent.date <= now;

/** SHA-256 of the first picture that the blog does not have yet. */
export const nextPicture = (job: Job): string | null =>
  job.pictures.find((picture) => !job.media[picture.sha256])?.sha256 ?? null;

/** With a post to write to: pictures first, then the text. */
export const goOnToContent = (job: Job): Job => go(job, nextPicture(job) === null ? 'compare' : 'upload');

/** The text is on the blog: change the status if it must change, after asking if it is late. */
export const towardsRelease = (job: Job, now: number): Job => {
  const { remote, intent } = job;
  if (!remote) return job;
  if (intent.status !== 'scheduled' && remote.status === intent.status) {
    return { ...go(job, 'verify'), released: 'confirmed' };
  }
  const ready: Job = { ...go(job, 'release'), attempts: job.attempts, released: 'unsent' };
  return isLate(ready, now) ? ask(ready, 'late') : { ...ready, released: 'sent' };
};

/** Ends a job that is no longer wanted; what has gone out already is not taken back but put on record. */
export const withdraw = (job: Job, now: number): Job => {
  const stopped: Job = { ...job, cancelling: true };
  const mayBeOut = job.released !== 'unsent';
  if (mayBeOut || (job.remote && !job.remote.created && job.sent.length > 0)) {
    return { ...go(stopped, 'record'), remains: 'post' };
  }
  if (!job.remote?.created && !job.lost) return end(stopped, 'cancelled', now);
  return go(stopped, 'withdraw');
};
