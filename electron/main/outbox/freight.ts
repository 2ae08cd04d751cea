import { mediaAddress, recordingAddress, sha256Schema } from '../../../core/document/media.ts';
import type { Post, PostId, PostSnapshot } from '../../../core/document/post.ts';
import { parseDocument } from '../../../core/document/schema.ts';
import { firstWords } from '../../../core/document/text.ts';
import type { Preview } from '../../../core/ipc.ts';
import type { Intent } from '../../../core/outbox/job.ts';
import type { Freight } from '../../../core/outbox/record.ts';
import { within } from '../../../core/pictures/limits.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { RemoteMedia } from '../../../core/publishing/target.ts';
import { isRecordingType } from '../../../core/recordings/recording-types.ts';
import { dialects } from '../../../core/rendering/dialects/index.ts';
import { fillMedia } from '../../../core/rendering/media-slots.ts';
import { note } from '../../../core/rendering/preflight.ts';
import { type Rendered, type RenderedPicture, render } from '../../../core/rendering/render.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { OutboxParts } from './parts.ts';

type Parts = Pick<OutboxParts, 'library' | 'outgoing'>;

const snapshotOf = ({ id, revision, document, fields, sources }: Post): PostSnapshot => ({
  postId: id,
  revision,
  document,
  fields,
  sources,
});

/** Whether a snapshot is no longer what the post says; the author's notes are never published and do not count. */
export const isEdited = (frozen: PostSnapshot, post: Post): boolean => {
  const published = ({ document, fields, sources }: PostSnapshot | Post): string =>
    JSON.stringify([document, { ...fields, notes: '' }, sources]);
  return published(frozen) !== published(post);
};

const hasNothingToSend = (rendered: Rendered, snapshot: PostSnapshot): boolean => {
  const parsed = parseDocument(snapshot.document);
  const words = parsed.ok ? firstWords(parsed.value) : '';
  return (
    rendered.title === '' &&
    words === '' &&
    rendered.pictures.length + rendered.recordings.length === 0 &&
    !rendered.html.includes('<figure')
  );
};

type PictureFacts = Pick<RemoteMedia, 'url' | 'id' | 'width' | 'height'>;

/** What the pictures of a post will be on a blog, under the addresses by which the window shows them. */
type LocalPictures = {
  readonly facts: ReadonlyMap<string, PictureFacts>;
  /** How many are made smaller on their way. */
  readonly made: number;
};

/** The pictures that the library has, each as large as the blog has it, or will have it; as large as it is for no blog. */
const localPictures = async (
  { library, outgoing }: Parts,
  pictures: readonly RenderedPicture[],
  blog: Blog | null,
): Promise<LocalPictures> => {
  const facts = new Map<string, PictureFacts>();
  let made = 0;
  for (const picture of pictures) {
    const sha256 = sha256Schema.parse(picture.sha256);
    const it = blog ? await outgoing(sha256, blog.id) : await library.media.get({ sha256 });
    if (!it.ok) continue;
    const uploaded = blog ? await library.uploads.get({ blogId: blog.id, sha256 }) : ok(null);
    const known = uploaded.ok && uploaded.value && uploaded.value.width > 0 ? uploaded.value : null;
    const largest = blog && dialects[blog.site.target].largestPicture;
    const { width, height } = known ?? (largest ? within(it.value, largest) : it.value);
    if (!known && 'isMade' in it.value && it.value.isMade) made += 1;
    const url = isRecordingType(it.value.type) ? recordingAddress(sha256) : mediaAddress(sha256);
    facts.set(sha256, { url, id: '0', width, height });
  }
  return { facts, made };
};

/** Freezes the newest state of a post for one blog. Fails before anything is sent when it cannot go out whole. */
export const freightOf = async (parts: Parts, post: Post, blog: Blog, intent: Intent): Promise<Result<Freight>> => {
  const snapshot = snapshotOf(post);
  const audience = { capabilities: blog.capabilities, taxonomy: blog.taxonomy, hasPicture: () => true, blog: blog.id };
  const rendered = render(snapshot, dialects[blog.site.target], audience);
  if (!rendered.ok) return rendered;
  const { title, featured } = rendered.value;
  const pictures = [...rendered.value.pictures, ...rendered.value.recordings];
  if (hasNothingToSend(rendered.value, snapshot)) return failed('publish/nothing-to-send');
  const { facts: local } = await localPictures(parts, pictures, blog);
  if (pictures.some(({ sha256 }) => !local.has(sha256))) return failed('media/missing');
  return ok({ snapshot, headline: title, pictures, featured, intent });
};

/** The dialect of a preview that is for no blog in particular: plain semantic HTML. */
const plain = dialects['practice-blog'];

/** The post as one blog gets it, or in plain HTML: the very string that is sent, and the same with local pictures. */
export const previewOf = async (parts: Parts, id: PostId, blog: Blog | null): Promise<Result<Preview>> => {
  const post = await parts.library.posts.open({ id });
  if (!post.ok) return post;
  const dialect = blog ? dialects[blog.site.target] : plain;
  const audience = {
    capabilities: blog?.capabilities ?? null,
    taxonomy: blog?.taxonomy ?? null,
    blog: blog?.id ?? null,
  };
  const draft = render(snapshotOf(post.value), dialect, { ...audience, hasPicture: () => true });
  if (!draft.ok) return draft;
  const sent = [...draft.value.pictures, ...draft.value.recordings];
  const { facts: local, made } = await localPictures(parts, sent, blog);
  const rendered = render(snapshotOf(post.value), dialect, { ...audience, hasPicture: (sha256) => local.has(sha256) });
  if (!rendered.ok) return rendered;
  const { title, html, view, language, notes } = rendered.value;
  const missing = (sha256: string) => ({ url: mediaAddress(sha256), id: '0', width: 0, height: 0 });
  return ok({
    sent: html,
    html: fillMedia(view, (sha256) => local.get(sha256) ?? missing(sha256)),
    title,
    language,
    notes: made > 0 ? [...notes, note('info', 'pictures-made-smaller', { count: made })] : notes,
  });
};
