import type { JobStep, JobView } from './job.ts';
import { isOver, type Job, type Stage } from './record.ts';

const steps: Readonly<Record<Stage, JobStep>> = {
  check: 'check',
  create: 'create',
  look: 'create',
  upload: 'upload',
  compare: 'update',
  update: 'update',
  sweep: 'sweep',
  release: 'release',
  verify: 'verify',
  record: 'verify',
  withdraw: 'sweep',
};

/** Until its own draft has its final address, a job has none to show. */
const linkOf = (job: Job): string | null =>
  job.remote && (isOver(job) || !job.remote.created || job.released === 'confirmed') ? job.remote.link : null;

/** A job as the window shows it. */
export const viewOf = (job: Job): JobView => ({
  id: job.id,
  postId: job.snapshot.postId,
  blogId: job.blogId,
  headline: job.headline,
  blogName: job.blogName,
  intent: job.intent,
  state: job.state,
  step: steps[job.stage],
  uploaded: job.pictures.filter((picture) => job.media[picture.sha256]).length,
  uploads: job.pictures.length,
  trouble: job.trouble,
  question: job.question,
  nextAttemptAt: job.nextAttemptAt,
  link: linkOf(job),
  createdAt: job.createdAt,
  dropped: job.dropped,
  remains: job.remains,
  editedSince: job.editedSince,
});
