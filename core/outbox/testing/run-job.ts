import { nextCareAt } from '../aftercare.ts';
import { effectOf, next } from '../machine.ts';
import { perform } from '../perform.ts';
import { isOver, type Job, parseJob } from '../record.ts';
import type { SimulatedDesk } from './simulated-desk.ts';

/** Where the app dies in one step: after the journal was written, or after the effect but before its result was. */
export type Crash = 'none' | 'before the effect' | 'after the effect';

/** What a simulated run meets, step by step; when a list is used up, everything goes well. */
export type Course = {
  /** Takes the crash of the next step. */
  readonly crash: () => Crash;
  /** Something that people do between two steps. */
  readonly meanwhile: (job: Job) => Job;
  /** What the writer says when the job asks or has failed. */
  readonly decide: (job: Job) => Job;
};

/** A clock that a run moves on. */
export type Clock = { now: number };

const maxSteps = 2000;

const throughJournal = (job: Job): Job => {
  const read = parseJob(JSON.parse(JSON.stringify(job)));
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
};

const wakeTime = (job: Job): number | null => (isOver(job) ? nextCareAt(job) : job.nextAttemptAt);

/**
 * Runs a job as the app does: journal, effect, result, with the real machine and the real effects. Answers the job when
 * it is over and nothing of its aftercare is timed; throws when it never ends.
 */
export const runJob = async (first: Job, desk: SimulatedDesk, clock: Clock, course: Course): Promise<Job> => {
  let job = first;
  for (let step = 0; step < maxSteps; step += 1) {
    job = throughJournal(course.meanwhile(job));
    const effect = effectOf(job, clock.now);
    if (!effect) {
      const at = wakeTime(job);
      if (at === null && isOver(job)) return job;
      clock.now = Math.max(clock.now, at ?? 0);
      job =
        job.state === 'asking' || job.state === 'failed' ? course.decide(job) : next(job, { type: 'woken' }, clock.now);
      continue;
    }
    const crash = course.crash();
    if (crash === 'before the effect') {
      job = next(job, { type: 'started' }, clock.now);
      continue;
    }
    const event = await perform(job, effect, desk);
    job = next(job, crash === 'none' ? event : { type: 'started' }, clock.now);
  }
  throw new Error(`The job never ends: ${JSON.stringify({ ...job, snapshot: null })}`);
};
