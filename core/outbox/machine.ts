import type { Release } from '../publishing/target.ts';
import { nextCare, tend } from './aftercare.ts';
import type { Effect, JobEvent } from './events.ts';
import { answersTo, type JobAnswer } from './job.ts';
import { afterOutcome, again, outcomes } from './outcomes.ts';
import { type Freight, isOver, type Job, slugOf } from './record.ts';
import { freshFor, isOfNetwork } from './retry.ts';
import { ask, end, go, hasPassed, isLate, nextPicture, towardsRelease, withdraw } from './transitions.ts';

const afterAnswer = (job: Job, answer: JobAnswer, now: number): Job => {
  if (job.state !== 'asking' || !job.question || !answersTo[job.question].includes(answer)) return job;
  const anew: Job = {
    ...job,
    remote: null,
    released: 'unsent',
    sent: [],
    left: job.remote ? [...job.left, job.remote.id] : job.left,
    freshUntil: now + freshFor,
  };
  switch (answer) {
    case 'cancel':
      return withdraw(job, now);
    case 'publish-as-new-draft':
      return go({ ...anew, intent: { status: 'draft', date: null, asNewDraft: true } }, 'check');
    case 'send-again':
      return job.question === 'gone'
        ? go({ ...anew, intent: { ...job.intent, asNewDraft: true } }, 'check')
        : go(job, 'create');
    case 'it-is-there':
      return end(job, 'done', now);
    case 'go-on': {
      const intent = hasPassed(job, now) ? ({ ...job.intent, status: 'published', date: null } as const) : job.intent;
      const fresh: Job = { ...job, intent, freshUntil: now + freshFor };
      return job.stage === 'release' ? towardsRelease(fresh, now) : go(fresh, job.stage);
    }
  }
};

const wake = (job: Job, now: number): Job => {
  if (job.state !== 'waiting') return job;
  if (job.cancelling && job.stage !== 'record') return withdraw(job, now);
  if (!job.cancelling && isLate(job, now)) return ask(job, 'late');
  const awake: Job = { ...job, state: 'running', nextAttemptAt: null };
  return job.stage === 'release' ? { ...awake, released: 'sent' } : awake;
};

/** The effect in flight when the app ended may or may not have been carried out; whatever waited is tried at once. */
const restart = (job: Job, now: number): Job => {
  if (job.state === 'waiting') return { ...job, nextAttemptAt: now };
  if (job.state !== 'running') return job;
  const stage = again[job.stage] ?? job.stage;
  return { ...job, state: 'waiting', stage, lost: job.lost || job.stage === 'create', nextAttemptAt: now };
};

const hasten = (job: Job, now: number): Job =>
  job.state === 'waiting' && job.trouble && isOfNetwork(job.trouble) ? { ...job, nextAttemptAt: now } : job;

const cancel = (job: Job, now: number): Job => {
  if (job.cancelling) return job;
  if (job.state !== 'running') return withdraw(job, now);
  return job.released === 'unsent' ? { ...job, cancelling: true } : job;
};

const retry = (job: Job, now: number): Job => {
  if (job.state !== 'failed' && job.state !== 'waiting') return job;
  const anew: Job = {
    ...job,
    state: 'waiting',
    trouble: null,
    nextAttemptAt: now,
    attempts: 0,
    freshUntil: now + freshFor,
  };
  // The text may have been refused for a picture that the blog has no longer: each is asked for again.
  const isWithPictures = job.stage === 'upload' || job.stage === 'compare';
  return job.state === 'failed' && isWithPictures ? { ...anew, stage: 'check', media: {} } : anew;
};

const afterEffect = (job: Job, event: JobEvent, now: number): Job => {
  if (job.state !== 'running') return job;
  if (event.type !== 'troubled' && outcomes[job.stage] !== event.type) return job;
  const after = afterOutcome(job, event, now);
  const wasAskedToStop = job.cancelling && job.stage !== 'withdraw' && job.stage !== 'record';
  return wasAskedToStop ? withdraw({ ...after, released: job.released }, now) : after;
};

/**
 * One step of a job: pure, total, and the same for every platform. An event that does not fit the job's state changes
 * nothing. The result is journaled before `effectOf` of it is carried out. Times are milliseconds UTC.
 */
export const next = (job: Job, event: JobEvent, now: number): Job => {
  if (isOver(job)) return tend(job, event, now);
  switch (event.type) {
    case 'started':
      return restart(job, now);
    case 'online':
      return hasten(job, now);
    case 'woken':
      return wake(job, now);
    case 'retry':
      return retry(job, now);
    case 'cancel':
      return cancel(job, now);
    case 'answer':
      return afterAnswer(job, event.answer, now);
    default:
      return afterEffect(job, event, now);
  }
};

/** The newest text takes the place of one that waits, asks or failed; what is already on the blog is taken over. */
export const replace = (job: Job, freight: Freight, now: number): Job => ({
  ...job,
  ...freight,
  state: 'waiting',
  stage: 'check',
  media: {},
  attempts: 0,
  nextAttemptAt: now,
  freshUntil: now + freshFor,
  trouble: null,
  question: null,
  released: 'unsent',
  dropped: [],
  editedSince: false,
});

/** Whether a newer text of the same post may take this job's place: not while a request may be in flight. */
export const isReplaceable = (job: Job): boolean =>
  (job.state === 'waiting' || job.state === 'asking' || job.state === 'failed') && !job.cancelling;

const releaseOf = (job: Job): Release => {
  const slug = slugOf(job);
  return job.intent.status === 'scheduled' && job.intent.date !== null
    ? { status: 'scheduled', slug, date: job.intent.date }
    : { status: job.intent.status === 'draft' ? 'draft' : 'published', slug };
};

/** What is to be done for a job now; null when it waits for time, for the writer, or for nothing any more. */
export const effectOf = (job: Job, now: number): Effect | null => {
  if (isOver(job)) return nextCare(job, now);
  if (job.state !== 'running') return null;
  if (job.stage === 'release') return { type: 'release', release: releaseOf(job) };
  if (job.stage !== 'upload') return { type: job.stage };
  const sha256 = nextPicture(job);
  return sha256 === null ? { type: 'compare' } : { type: 'upload', sha256 };
};
