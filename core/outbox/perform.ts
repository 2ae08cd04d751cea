import { type MediaType, mediaTypes } from '../document/media.ts';
import type { Publication } from '../publishing/blog.ts';
import type { Connection, MediaUpload, RemoteContent, RemoteMedia, RemotePost, Target } from '../publishing/target.ts';
import { ok, type Result, type Trouble } from '../trouble.ts';
import type { Effect, JobEvent } from './events.ts';
import { isUntouched, type Job, releaseStatusOf, slugOf } from './record.ts';
import { wordsOf } from './words.ts';

/** A file of the library as a blog gets it. `read` makes the bytes of a picture, which takes a while. */
export type OutgoingFile = {
  readonly type: MediaType;
  readonly name: string;
  readonly read: MediaUpload['read'];
};

/** Everything an effect needs of the world, for one job. Nothing here throws for a trouble; it answers it. */
export type Desk = {
  readonly target: Target;
  readonly connection: Connection;
  readonly now: () => number;
  /** The frozen post as this blog gets it. */
  readonly content: (job: Job) => Result<RemoteContent>;
  /** What the blog removed from the markup it was sent, in a few words each. */
  readonly dropped: (sent: string, stored: string) => readonly string[];
  readonly picture: (job: Job, sha256: string) => Promise<Result<OutgoingFile>>;
  readonly publication: (job: Job) => Promise<Result<Publication | null>>;
  readonly putPublication: (publication: Publication) => Promise<Result<void>>;
  /** What this blog answered when the picture was uploaded, in this job or an earlier one. */
  readonly uploaded: (job: Job, sha256: string) => Promise<Result<RemoteMedia | null>>;
  readonly putUpload: (job: Job, sha256: string, media: RemoteMedia) => Promise<Result<void>>;
};

const troubled = (trouble: Trouble): JobEvent => ({ type: 'troubled', trouble });

/** The event of a good result; a bad one is the event `troubled`. */
const from = <T>(result: Result<T>, event: (value: T) => JobEvent): JobEvent =>
  result.ok ? event(result.value) : troubled(result.error);

const check = async (job: Job, { target, connection, publication }: Desk): Promise<JobEvent> => {
  const may = await target.capabilities(connection);
  if (!may.ok) return troubled(may.error);
  const isNew = job.remote !== null || job.lost || job.intent.asNewDraft;
  const earlier = isNew ? ok(null) : await publication(job);
  if (!earlier.ok) return troubled(earlier.error);
  const id = job.remote?.id ?? earlier.value?.remoteId;
  const live = id === undefined ? ok(null) : await target.fetch(connection, id);
  return from(live, (post) => ({
    type: 'checked',
    capabilities: may.value,
    publication: earlier.value,
    live: post,
  }));
};

/** Blogs refuse a draft without any words. */
const draftTitle = (job: Job): string => job.headline || 'Untitled';

const fileName = ({ name, type }: OutgoingFile): string => {
  const stem = name
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${stem || 'picture'}.${mediaTypes[type]}`;
};

/** The same for one picture in every job, so that a lost upload is found again even after its job was cancelled. */
const uploadMarker = (sha256: string): string => `up-${sha256.slice(0, 32)}`;

const upload = async (job: Job, sha256: string, desk: Desk): Promise<JobEvent> => {
  const known = await desk.uploaded(job, sha256);
  if (!known.ok) return troubled(known.error);
  const picture = await desk.picture(job, sha256);
  // What cannot be sent again cannot be missed either: the blog had it the last time.
  if (!picture.ok) return known.value ? { type: 'uploaded', sha256, media: known.value } : troubled(picture.error);
  const words = job.pictures.find((it) => it.sha256 === sha256);
  const media = await desk.target.uploadMedia(desk.connection, {
    sha256,
    type: picture.value.type,
    fileName: fileName(picture.value),
    read: picture.value.read,
    alt: words?.alt ?? '',
    caption: words?.caption ?? '',
    marker: uploadMarker(sha256),
    earlier: known.value,
  });
  if (!media.ok) return troubled(media.error);
  const kept = await desk.putUpload(job, sha256, media.value);
  return from(kept, () => ({ type: 'uploaded', sha256, media: media.value }));
};

const compare = async (job: Job, desk: Desk, id: string): Promise<JobEvent> => {
  const content = desk.content(job);
  if (!content.ok) return troubled(content.error);
  const live = await desk.target.fetch(desk.connection, id);
  if (!live.ok) return troubled(live.error);
  const [mine, theirs] = await Promise.all([wordsOf(content.value), wordsOf(live.value)]);
  return { type: 'compared', live: live.value, mine, theirs };
};

const update = async (job: Job, desk: Desk, id: string): Promise<JobEvent> => {
  const content = desk.content(job);
  if (!content.ok) return troubled(content.error);
  const post = await desk.target.update(desk.connection, id, content.value, slugOf(job));
  return from(post, (value) => ({ type: 'updated', post: value }));
};

/** Trashes the drafts with the job's marker that are not its post and that nobody has written in. */
const sweep = async (job: Job, { target, connection }: Desk): Promise<JobEvent> => {
  const posts = await target.find(connection, job.marker);
  if (!posts.ok) return troubled(posts.error);
  for (const post of posts.value) {
    if (post.id === job.remote?.id || !isUntouched(post)) continue;
    const removed = await target.remove(connection, post.id);
    if (!removed.ok) return troubled(removed.error);
  }
  return { type: 'swept' };
};

const verify = async (job: Job, desk: Desk, id: string): Promise<JobEvent> => {
  const content = desk.content(job);
  if (!content.ok) return troubled(content.error);
  const post = await desk.target.fetch(desk.connection, id);
  if (!post.ok) return troubled(post.error);
  const dropped = desk.dropped(content.value.html, post.value.html);
  return { type: 'verified', post: post.value, theirs: await wordsOf(post.value), dropped };
};

/** Puts on record what the blog has now. Needs no connection. */
export const record = async (job: Job, desk: Pick<Desk, 'putPublication' | 'now'>): Promise<JobEvent> => {
  const { remote, snapshot, blogId } = job;
  if (!remote) return { type: 'recorded' };
  const kept = await desk.putPublication({
    postId: snapshot.postId,
    blogId,
    remoteId: remote.id,
    link: remote.link,
    slug: remote.slug,
    status: remote.status,
    base: remote.base,
    revision: snapshot.revision,
    date: remote.date,
    sentAt: desk.now(),
  });
  return from(kept, () => ({ type: 'recorded' }));
};

/** Our own words in a draft may go to the blog's trash: the library has them. Anybody else's stay. */
const mayTrash = async (job: Job, live: RemotePost): Promise<boolean> =>
  live.status === 'draft' &&
  (isUntouched(live) || live.fingerprint === job.remote?.base || job.sent.includes(await wordsOf(live)));

const withdraw = async (job: Job, desk: Desk): Promise<JobEvent> => {
  const { target, connection } = desk;
  if (job.remote?.created) {
    const live = await target.fetch(connection, job.remote.id);
    if (!live.ok && live.error.code !== 'publish/gone') return troubled(live.error);
    if (live.ok && live.value.status !== 'trash') {
      if (!(await mayTrash(job, live.value))) {
        return { type: 'withdrawn', left: live.value.status === 'draft' ? 'draft' : 'post' };
      }
      const removed = await target.remove(connection, job.remote.id);
      if (!removed.ok) return troubled(removed.error);
    }
  }
  const swept = job.lost ? await sweep({ ...job, remote: null }, desk) : null;
  return swept?.type === 'troubled' ? swept : { type: 'withdrawn', left: null };
};

/** A blog without visitors, and one in a folder, does not put out what is due by itself. */
const settle = async (job: Job, desk: Desk): Promise<JobEvent> => {
  const { target, connection, now } = desk;
  const over: JobEvent = { type: 'settled', at: null, link: null };
  if (!job.remote) return over;
  const [live, publication] = [await target.fetch(connection, job.remote.id), await desk.publication(job)];
  if (!publication.ok) return troubled(publication.error);
  if (!live.ok) return live.error.code === 'publish/gone' ? over : troubled(live.error);
  let post = live.value;
  if (post.status === 'scheduled' && post.date !== null) {
    if (post.date > now()) return { type: 'settled', at: post.date, link: post.link };
    const released = await target.publish(connection, post.id, { status: 'published', slug: post.slug });
    if (!released.ok) return troubled(released.error);
    post = released.value;
  }
  if (publication.value?.remoteId !== post.id) return over;
  const status = releaseStatusOf(post);
  const kept = await desk.putPublication({
    ...publication.value,
    status,
    link: post.link,
    slug: post.slug,
    date: post.date,
  });
  return from(kept, () => ({ type: 'settled', at: null, link: post.link }));
};

const withPost = (job: Job, act: (id: string) => Promise<JobEvent>): Promise<JobEvent> => {
  if (!job.remote) throw new Error(`The stage ${job.stage} needs a post on the blog`);
  return act(job.remote.id);
};

/** Carries out one effect and says what came of it. Talks to the blog only through the target. */
export const perform = async (job: Job, effect: Effect, desk: Desk): Promise<JobEvent> => {
  const { target, connection } = desk;
  switch (effect.type) {
    case 'check':
      return check(job, desk);
    case 'create': {
      const draft = { postId: job.snapshot.postId, marker: job.marker, title: draftTitle(job) };
      return from(await target.createDraft(connection, draft), (post) => ({ type: 'created', post }));
    }
    case 'look':
      return from(await target.find(connection, job.marker), (posts) => ({ type: 'looked', posts }));
    case 'upload':
      return upload(job, effect.sha256, desk);
    case 'compare':
      return withPost(job, (id) => compare(job, desk, id));
    case 'update':
      return withPost(job, (id) => update(job, desk, id));
    case 'sweep':
      return sweep(job, desk);
    case 'release':
      return withPost(job, async (id) =>
        from(await target.publish(connection, id, effect.release), (post) => ({ type: 'released', post })),
      );
    case 'verify':
      return withPost(job, (id) => verify(job, desk, id));
    case 'record':
      return record(job, desk);
    case 'withdraw':
      return withdraw(job, desk);
    case 'settle':
      return settle(job, desk);
  }
};
