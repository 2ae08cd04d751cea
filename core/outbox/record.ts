import { z } from 'zod';
import { postFieldsSchema, postIdSchema, storedDocumentSchema } from '../document/post.ts';
import { blogIdSchema } from '../publishing/blog.ts';
import type { ReleaseStatus, RemotePost } from '../publishing/target.ts';
import { sourcesSchema } from '../sources/source.ts';
import { type Result, trouble, troubleCodes } from '../trouble.ts';
import { type Intent, jobIdSchema } from './job.ts';
import { freshFor } from './retry.ts';

/** Where a job stands, finer than the steps that the window shows. */
export const stages = [
  'check',
  'create',
  'look',
  'upload',
  'compare',
  'update',
  'sweep',
  'release',
  'verify',
  'record',
  'withdraw',
] as const;
export type Stage = (typeof stages)[number];

const statusSchema = z.enum(['draft', 'published', 'scheduled']);
const timeSchema = z.int();

const troubleSchema = z.object({
  code: z.enum(troubleCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  detail: z.string().exactOptional(),
  unclear: z.boolean().exactOptional(),
});

const snapshotSchema = z.object({
  postId: postIdSchema,
  revision: z.int(),
  document: storedDocumentSchema,
  fields: postFieldsSchema,
  sources: sourcesSchema.readonly(),
});

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const pictureSchema = z.object({ sha256: hashSchema, alt: z.string(), caption: z.string() });

const remoteSchema = z.object({
  id: z.string().min(1),
  /** Fingerprint of the text as this app last sent or read it. */
  base: z.string(),
  link: z.string(),
  slug: z.string(),
  status: statusSchema,
  date: timeSchema.nullable(),
  /** Made by this job; otherwise it is the post of an earlier publication. */
  created: z.boolean(),
});

const aftercareSchema = z.object({
  /** `sweep`: look for doubles that arrived late. `due`: see a scheduled post out. */
  kind: z.enum(['sweep', 'due']),
  /** Null: at the next start. */
  at: timeSchema.nullable(),
  tries: z.int(),
});

/**
 * A job as the journal holds it: everything that is needed to go on after a crash at any moment. It is written before
 * the effect it announces is carried out. Times are milliseconds UTC.
 */
export const jobSchema = z.object({
  id: jobIdSchema,
  blogId: blogIdSchema,
  snapshot: snapshotSchema,
  headline: z.string(),
  blogName: z.string(),
  intent: z.object({ status: statusSchema, date: timeSchema.nullable(), asNewDraft: z.boolean() }),
  createdAt: timeSchema,
  /** Until when it goes out without asking. */
  freshUntil: timeSchema,
  /** The slug under which the draft is created and found again; never public. */
  marker: z.string().regex(/^draft-[0-9a-f-]{36}$/),
  /** Pictures in the order of upload. */
  pictures: z.array(pictureSchema).readonly(),
  /** Null for none; absent where the blog keeps the one that it has. */
  featured: hashSchema.nullable().optional(),
  /** Upload results so far, by SHA-256. */
  media: z.record(z.string(), z.object({ id: z.string(), url: z.string(), width: z.number(), height: z.number() })),
  state: z.enum(['waiting', 'running', 'asking', 'failed', 'done', 'cancelled']),
  stage: z.enum(stages),
  /** Tries in a row without progress. */
  attempts: z.int(),
  nextAttemptAt: timeSchema.nullable(),
  trouble: troubleSchema.nullable(),
  question: z.enum(['changed-on-blog', 'uncertain', 'late', 'gone']).nullable(),
  remote: remoteSchema.nullable(),
  /** A create went out whose answer never came: a draft with the marker may exist or still arrive. */
  lost: z.boolean(),
  /** Drafts with the marker that the writer decided to leave alone. */
  left: z.array(z.string()).readonly(),
  /** Digests of the words of every update that went out, to know our own text again after a lost answer. */
  sent: z.array(z.string()).readonly(),
  /** Whether the change of status went out, and whether the blog said yes. */
  released: z.enum(['unsent', 'sent', 'confirmed']),
  cancelling: z.boolean(),
  remains: z.enum(['draft', 'post']).nullable(),
  dropped: z.array(z.string()).readonly(),
  aftercare: z.array(aftercareSchema).readonly(),
  /** Taken off the list by the writer; the record goes when its aftercare is over. */
  dismissed: z.boolean(),
  editedSince: z.boolean(),
});

export type Job = Readonly<z.infer<typeof jobSchema>>;
export type Remote = Readonly<z.infer<typeof remoteSchema>>;
export type Aftercare = Readonly<z.infer<typeof aftercareSchema>>;

/** What is published, frozen, with what rendering found in it. */
export type Freight = Pick<Job, 'snapshot' | 'headline' | 'pictures' | 'featured' | 'intent'>;

/** Reads a job back from the journal; a row that makes no sense is `library/corrupt` and is left where it is. */
export const parseJob = (stored: unknown): Result<Job> => {
  const parsed = jobSchema.safeParse(stored);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : {
        ok: false,
        error: trouble('library/corrupt', { params: { part: 'job' }, detail: z.prettifyError(parsed.error) }),
      };
};

/** A job that nothing has been done for. `marker` is `draft-<uuid>` and must be new. */
export const newJob = (
  freight: Freight,
  given: Pick<Job, 'id' | 'blogId' | 'blogName' | 'marker' | 'createdAt'>,
): Job => ({
  ...given,
  ...freight,
  freshUntil: given.createdAt + freshFor,
  media: {},
  state: 'waiting',
  stage: 'check',
  attempts: 0,
  nextAttemptAt: given.createdAt,
  trouble: null,
  question: null,
  remote: null,
  lost: false,
  left: [],
  sent: [],
  released: 'unsent',
  cancelling: false,
  remains: null,
  dropped: [],
  aftercare: [],
  dismissed: false,
  editedSince: false,
});

/** Whether the job is over, apart from its aftercare. */
export const isOver = (job: Job): boolean => job.state === 'done' || job.state === 'cancelled';

/** The writer's slug, else the address a post that is or will be public already has, else the blog decides. */
export const slugOf = (job: Job): string =>
  job.snapshot.fields.slug || (job.remote && job.remote.status !== 'draft' ? job.remote.slug : '');

/** A blog's status in the words of a release; whatever is neither out nor due counts as a draft. */
export const releaseStatusOf = (post: Pick<RemotePost, 'status'>): ReleaseStatus =>
  post.status === 'published' || post.status === 'scheduled' ? post.status : 'draft';

/** Whether a post stands where the writer wanted it. A site may put out at once what is due within a minute. */
export const isReleased = (intent: Intent, post: Pick<RemotePost, 'status'>): boolean =>
  intent.status === 'scheduled'
    ? post.status === 'scheduled' || post.status === 'published'
    : post.status === intent.status;

/** A draft of ours that nobody has written in: the only thing the outbox ever puts into a blog's trash. */
export const isUntouched = (post: Pick<RemotePost, 'status' | 'html'>): boolean =>
  post.status === 'draft' && post.html.trim() === '';
