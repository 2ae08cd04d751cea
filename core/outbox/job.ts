import { z } from 'zod';
import type { PostId } from '../document/post.ts';
import type { BlogId } from '../publishing/blog.ts';
import type { ReleaseStatus } from '../publishing/target.ts';
import type { Trouble } from '../trouble.ts';

export const jobIdSchema = z.uuid().brand<'JobId'>();
export type JobId = z.infer<typeof jobIdSchema>;

/** What the writer asked for. `date` is milliseconds UTC and only for `scheduled`. */
export type Intent = { readonly status: ReleaseStatus; readonly date: number | null; readonly asNewDraft: boolean };

/** The steps of one job in their order, as the publish sheet and the outbox name them. */
export const jobSteps = ['check', 'create', 'upload', 'update', 'sweep', 'release', 'verify'] as const;
export type JobStep = (typeof jobSteps)[number];

/**
 * What only the writer can decide.
 * `changed-on-blog`: the live text is no longer what this app last sent or read.
 * `uncertain`: the platform gives no way to look whether the post arrived.
 * `late`: it waited for more than a day, or its scheduled time has passed.
 * `gone`: the post was deleted on the blog.
 */
export type JobQuestion = 'changed-on-blog' | 'uncertain' | 'late' | 'gone';

/** What a cancelled job left behind: a draft that could not be trashed, or a post whose text it may have changed. */
export type Remains = 'draft' | 'post';

export const jobAnswers = ['publish-as-new-draft', 'it-is-there', 'send-again', 'go-on', 'cancel'] as const;
export type JobAnswer = (typeof jobAnswers)[number];

/**
 * What may be answered to each question. `send-again` to `gone` makes the post anew as it was asked for;
 * `publish-as-new-draft` makes a draft and leaves the post that is there alone.
 */
export const answersTo: Readonly<Record<JobQuestion, readonly JobAnswer[]>> = {
  'changed-on-blog': ['publish-as-new-draft', 'cancel'],
  gone: ['send-again', 'publish-as-new-draft', 'cancel'],
  late: ['go-on', 'cancel'],
  uncertain: ['it-is-there', 'send-again', 'cancel'],
};

export type JobState = 'waiting' | 'running' | 'asking' | 'failed' | 'done' | 'cancelled';

/** A job as the window shows it. */
export type JobView = {
  readonly id: JobId;
  readonly postId: PostId;
  readonly blogId: BlogId;
  readonly headline: string;
  readonly blogName: string;
  readonly intent: Intent;
  readonly state: JobState;
  readonly step: JobStep;
  /** Files uploaded so far and in all. */
  readonly uploaded: number;
  readonly uploads: number;
  /** Why it waits, asks or failed. */
  readonly trouble: Trouble | null;
  readonly question: JobQuestion | null;
  /** When it is tried again by itself; milliseconds UTC. */
  readonly nextAttemptAt: number | null;
  /** The post's address on the blog, once there is one. */
  readonly link: string | null;
  readonly createdAt: number;
  /** What the blog removed from the markup it was sent, in a few words each. */
  readonly dropped: readonly string[];
  /** Only for a cancelled job; null when nothing of it is on the blog. */
  readonly remains: Remains | null;
  /** True when the post was edited after this job froze it. */
  readonly editedSince: boolean;
};
