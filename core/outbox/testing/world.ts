import type { Job } from '../record.ts';
import { type Clock, type Course, runJob } from './run-job.ts';
import { type Fate, SimulatedBlog } from './simulated-blog.ts';
import { SimulatedDesk } from './simulated-desk.ts';

/** What a blog can be asked. */
export type Call = keyof SimulatedBlog['target'];

/** A blog that answers the n-th call of a kind with the n-th fate given for it, and records all calls. */
export const world = (fates: Partial<Record<Call, readonly Fate[]>> = {}) => {
  const clock: Clock = { now: 0 };
  const calls: Call[] = [];
  const blog = new SimulatedBlog(
    () => clock.now,
    (call) => {
      calls.push(call);
      return fates[call]?.[calls.filter((it) => it === call).length - 1] ?? { is: 'fine' };
    },
  );
  const desk = new SimulatedDesk(blog, () => clock.now);
  const course: Course = {
    crash: () => 'none',
    meanwhile: (job) => job,
    decide: (job) => {
      throw new Error(`${job.state} ${job.question} ${job.trouble?.code} ${job.trouble?.detail}`);
    },
  };
  const run = (job: Job, more: Partial<Course> = {}) => runJob(job, desk, clock, { ...course, ...more });
  return { clock, calls, blog, desk, run };
};

/** Runs until the job is as wanted and answers it there. */
export const until = async (it: ReturnType<typeof world>, job: Job, wanted: (job: Job) => boolean): Promise<Job> => {
  let found: Job | null = null;
  const stop = new Error('found');
  const meanwhile = (now: Job): Job => {
    if (!wanted(now)) return now;
    found = now;
    throw stop;
  };
  await it.run(job, { meanwhile }).catch((error: unknown) => {
    if (error !== stop) throw error;
  });
  if (!found) throw new Error('never');
  return found;
};
