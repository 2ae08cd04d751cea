import type { Publication } from '../publishing/blog.ts';
import type { Capabilities, RemotePost } from '../publishing/target.ts';
import { type Trouble, type TroubleCode, trouble } from '../trouble.ts';
import type { JobEvent } from './events.ts';
import type { Remains } from './job.ts';
import { isReleased, isUntouched, type Job, type Remote, releaseStatusOf, type Stage } from './record.ts';
import { mayHaveArrived, triesAgain } from './retry.ts';
import { ask, end, fail, failWith, go, goOnToContent, nextPicture, towardsRelease, wait } from './transitions.ts';

type EventOf<T extends JobEvent['type']> = Extract<JobEvent, { readonly type: T }>;

const remoteOf = (post: RemotePost, created: boolean): Remote => ({
  id: post.id,
  base: post.fingerprint,
  link: post.link,
  slug: post.slug,
  status: releaseStatusOf(post),
  date: post.date,
  created,
});

/** What the blog says about the post's place and status; the base stays what it was. */
const seen = (remote: Remote, post: RemotePost): Remote => ({
  ...remoteOf(post, remote.created),
  id: remote.id,
  base: remote.base,
});

/** A public post is not taken back, neither into a draft nor into a schedule: that is a command of its own. */
const wouldUnpublish = (job: Job, live: RemotePost): boolean =>
  live.status === 'published' && job.intent.status !== 'published';

const isForeign = (remote: Remote, sent: readonly string[], live: RemotePost, theirs: string): boolean =>
  live.fingerprint !== remote.base && !sent.includes(theirs);

const missingRight = (job: Job, may: Capabilities): TroubleCode | null => {
  if (job.intent.status !== 'draft' && !may.publish) return 'blog/role-cannot-publish';
  if (nextPicture(job) !== null && !may.uploadMedia) return 'blog/role-cannot-upload';
  return null;
};

const remoteOfPublication = (publication: Publication): Remote => ({
  id: publication.remoteId,
  base: publication.base,
  link: publication.link,
  slug: publication.slug,
  status: publication.status,
  date: publication.date,
  created: false,
});

const afterCheck = (job: Job, { capabilities, publication, live }: EventOf<'checked'>): Job => {
  const remote = job.remote ?? (publication && remoteOfPublication(publication));
  const known: Job = { ...job, remote: remote && live ? seen(remote, live) : remote };
  const missing = missingRight(known, capabilities);
  if (missing) return fail(known, trouble(missing));
  if (!remote) return known.lost ? go(known, 'look') : go(known, 'create');
  if (live?.status === 'trash') return ask(known, 'gone');
  if (live && wouldUnpublish(known, live)) return fail(known, trouble('publish/already-public'));
  return goOnToContent(known);
};

/** The exact marker before its variants, the untouched before the others: the same choice every time. */
const choose = (job: Job, posts: readonly RemotePost[]): RemotePost | undefined =>
  posts
    .filter((post) => post.status === 'draft' && !job.left.includes(post.id))
    .toSorted(
      (a, b) =>
        Number(isUntouched(b)) - Number(isUntouched(a)) ||
        a.slug.length - b.slug.length ||
        (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0),
    )[0];

const afterLook = (job: Job, { posts }: EventOf<'looked'>): Job => {
  const draft = choose(job, posts);
  if (draft) return goOnToContent({ ...job, remote: remoteOf(draft, true) });
  if (job.trouble && !triesAgain(job.trouble)) return fail(job, job.trouble);
  return { ...go(job, 'create'), attempts: job.attempts };
};

const afterCompare = (job: Job, { live, mine, theirs }: EventOf<'compared'>): Job => {
  if (!job.remote || live.status === 'trash') return ask(job, 'gone');
  const known: Job = { ...job, remote: seen(job.remote, live) };
  if (wouldUnpublish(known, live)) return fail(known, trouble('publish/already-public'));
  if (isForeign(job.remote, job.sent, live, theirs)) return ask(known, 'changed-on-blog');
  return { ...go(known, 'update'), attempts: job.attempts, sent: [...job.sent.filter((it) => it !== mine), mine] };
};

const carriesMarker = (job: Job, post: RemotePost): boolean => post.slug.startsWith(job.marker);

const afterUpdate = (job: Job, { post }: EventOf<'updated'>, now: number): Job => {
  if (!job.remote) return job;
  const known: Job = { ...job, remote: { ...seen(job.remote, post), base: post.fingerprint } };
  if (carriesMarker(job, post))
    return failWith({ ...known, stage: 'compare' }, 'publish/unexpected-answer', 'the marker stayed in the slug');
  return job.remote.created || job.lost ? go(known, 'sweep') : towardsRelease(known, now);
};

const afterRelease = (job: Job, { post }: EventOf<'released'>): Job => {
  if (!job.remote) return job;
  const known: Job = { ...job, remote: seen(job.remote, post), released: 'confirmed' };
  if (isReleased(job.intent, post)) return go(known, 'verify');
  if (post.status === 'pending') return fail({ ...known, released: 'unsent' }, trouble('blog/role-cannot-publish'));
  const detail = `asked for ${job.intent.status}, got ${post.status}`;
  return failWith({ ...known, released: 'unsent' }, 'publish/unexpected-answer', detail);
};

const afterVerify = (job: Job, { post, theirs, dropped }: EventOf<'verified'>, now: number): Job => {
  if (!job.remote || post.status === 'trash') return ask(job, 'gone');
  const ours = !isForeign(job.remote, job.sent, post, theirs);
  const known: Job = {
    ...job,
    remote: { ...seen(job.remote, post), base: ours ? post.fingerprint : job.remote.base },
    dropped,
  };
  if (isReleased(job.intent, post)) return go(known, 'record');
  if (job.released === 'sent') return towardsRelease(known, now);
  const detail = `asked for ${job.intent.status}, found ${post.status}`;
  return failWith({ ...known, released: 'unsent', stage: 'release' }, 'publish/unexpected-answer', detail);
};

const afterWithdrawal = (job: Job, left: Remains | null, now: number): Job => {
  if (left && job.remote) return { ...go(job, 'record'), remains: left };
  return end({ ...job, remote: null, remains: left }, 'cancelled', now);
};

/** Nothing could be looked at or trashed: best effort ends here, and what may remain is said. */
const afterFailedWithdrawal = (job: Job, now: number): Job =>
  afterWithdrawal(job, job.remote && job.remote.status !== 'draft' ? 'post' : 'draft', now);

/** Where a stage begins again when its outcome is unknown: by looking. */
export const again: Partial<Record<Stage, Stage>> = { create: 'look', update: 'compare', release: 'verify' };

const afterTrouble = (job: Job, why: Trouble, now: number): Job => {
  if (job.stage === 'withdraw') return afterFailedWithdrawal(job, now);
  if (why.code === 'publish/gone') return ask(job, 'gone');
  if (job.stage === 'look' && why.code === 'publish/uncertain') return ask(job, 'uncertain');
  const arrived = mayHaveArrived(why);
  if (job.stage === 'create' && arrived) {
    const lost: Job = { ...job, lost: true, stage: 'look', trouble: why };
    return triesAgain(why) ? wait(lost, why, now) : { ...lost, attempts: job.attempts + 1 };
  }
  const standing: Job =
    job.stage === 'release' && !arrived
      ? { ...job, released: 'unsent' }
      : { ...job, stage: arrived || job.stage === 'update' ? (again[job.stage] ?? job.stage) : job.stage };
  return triesAgain(why) ? wait(standing, why, now) : fail(standing, why);
};

/** Which event each stage waits for; any other is none of its business. */
export const outcomes: Readonly<Record<Stage, JobEvent['type']>> = {
  check: 'checked',
  create: 'created',
  look: 'looked',
  upload: 'uploaded',
  compare: 'compared',
  update: 'updated',
  sweep: 'swept',
  release: 'released',
  verify: 'verified',
  record: 'recorded',
  withdraw: 'withdrawn',
};

/** A running job after the outcome of its stage; `event` is that outcome or a trouble. */
export const afterOutcome = (job: Job, event: JobEvent, now: number): Job => {
  switch (event.type) {
    case 'checked':
      return afterCheck(job, event);
    case 'created':
      return goOnToContent({ ...job, remote: remoteOf(event.post, true) });
    case 'looked':
      return afterLook(job, event);
    case 'uploaded':
      return goOnToContent({ ...job, media: { ...job.media, [event.sha256]: event.media } });
    case 'compared':
      return afterCompare(job, event);
    case 'updated':
      return afterUpdate(job, event, now);
    case 'swept':
      return towardsRelease(job, now);
    case 'released':
      return afterRelease(job, event);
    case 'verified':
      return afterVerify(job, event, now);
    case 'recorded':
      return end(job, job.cancelling ? 'cancelled' : 'done', now);
    case 'withdrawn':
      return afterWithdrawal(job, event.left, now);
    case 'troubled':
      return afterTrouble(job, event.trouble, now);
    default:
      return job;
  }
};
