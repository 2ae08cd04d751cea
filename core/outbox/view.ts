import type { JobStep, JobView } from './job.ts';
import type { Job, Stage } from './record.ts';

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
  link: job.remote?.link ?? null,
  createdAt: job.createdAt,
  dropped: job.dropped,
  remains: job.remains,
  editedSince: job.editedSince,
});
