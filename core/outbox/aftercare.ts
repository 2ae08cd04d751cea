import type { Effect, JobEvent } from './events.ts';
import type { Aftercare, Job } from './record.ts';
import { backoff, sweepDelays } from './retry.ts';

/** A scheduled post is looked at a little after its time, in milliseconds, so that the blog can put it out itself. */
const grace = 5000;

/** How often in a row an aftercare may end in trouble before it is given up. */
const maxTries = 30;

/**
 * What is still to be done when a job has ended. A create whose answer was lost may arrive even now; since it can only
 * make a draft under the marker, looking again later keeps the blog clean, and nothing public depends on it.
 */
export const aftercareOf = (job: Job, state: 'done' | 'cancelled', now: number): readonly Aftercare[] => [
  ...(job.lost
    ? [...sweepDelays.map((delay) => now + delay), null].map((at): Aftercare => ({ kind: 'sweep', at, tries: 0 }))
    : []),
  ...(state === 'done' && job.remote?.status === 'scheduled' && job.remote.date !== null
    ? [{ kind: 'due', at: job.remote.date + grace, tries: 0 } as const]
    : []),
];

const dueCare = (job: Job, now: number): Aftercare | undefined =>
  job.aftercare.find(({ at }) => at !== null && at <= now);

/** When the next aftercare is due; null when none is timed. */
export const nextCareAt = (job: Job): number | null =>
  job.aftercare.reduce<number | null>(
    (soonest, { at }) => (at === null || (soonest !== null && soonest < at) ? soonest : at),
    null,
  );

/** The effect of the first aftercare whose time has come. */
export const nextCare = (job: Job, now: number): Effect | null => {
  const care = dueCare(job, now);
  if (!care) return null;
  return care.kind === 'sweep' ? { type: 'sweep' } : { type: 'settle' };
};

const replaced = (job: Job, care: Aftercare, by: readonly Aftercare[]): Job => ({
  ...job,
  aftercare: job.aftercare.flatMap((it) => (it === care ? by : [it])),
});

/** One step of a job that is over: its aftercare. Everything here may be repeated, so a crash costs nothing. */
export const tend = (job: Job, event: JobEvent, now: number): Job => {
  if (event.type === 'started') {
    return { ...job, aftercare: job.aftercare.map((care) => (care.at === null ? { ...care, at: now } : care)) };
  }
  const care = dueCare(job, now);
  if (!care) return job;
  if (event.type === 'swept' && care.kind === 'sweep') {
    return { ...replaced(job, care, []), remains: job.remote ? job.remains : null };
  }
  if (event.type === 'settled' && care.kind === 'due') {
    const link = event.link ?? job.remote?.link ?? '';
    const kept: Job = { ...job, remote: job.remote && { ...job.remote, link } };
    return replaced(kept, care, event.at === null ? [] : [{ kind: 'due', at: event.at + grace, tries: 0 }]);
  }
  if (event.type !== 'troubled') return job;
  const tries = care.tries + 1;
  return replaced(job, care, tries > maxTries ? [] : [{ ...care, tries, at: now + backoff(tries) }]);
};
