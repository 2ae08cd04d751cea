import { mediaAddress, sha256Schema } from '../../../core/document/media.ts';
import type { Post, PostId, PostSnapshot } from '../../../core/document/post.ts';
import { parseDocument } from '../../../core/document/schema.ts';
import { firstWords } from '../../../core/document/text.ts';
import type { Preview } from '../../../core/ipc.ts';
import type { Intent } from '../../../core/outbox/job.ts';
import type { Freight } from '../../../core/outbox/record.ts';
import type { Blog } from '../../../core/publishing/blog.ts';
import type { RemoteMedia } from '../../../core/publishing/target.ts';
import { dialects } from '../../../core/rendering/dialects/index.ts';
import { fillMedia } from '../../../core/rendering/media-slots.ts';
import { type Rendered, type RenderedPicture, render } from '../../../core/rendering/render.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { OutboxParts } from './parts.ts';

type Library = Pick<OutboxParts['library'], 'posts' | 'media'>;

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

type PictureFacts = ReadonlyMap<string, Pick<RemoteMedia, 'url' | 'id' | 'width' | 'height'>>;

/** The pictures that the library has, with the addresses under which the window shows them. */
const localPictures = async (library: Library, pictures: readonly RenderedPicture[]): Promise<PictureFacts> => {
  const found = new Map<string, RemoteMedia>();
  for (const { sha256 } of pictures) {
    const media = await library.media.get({ sha256: sha256Schema.parse(sha256) });
    if (!media.ok) continue;
    const { width, height } = media.value;
    found.set(sha256, { url: mediaAddress(sha256), id: '0', width, height });
  }
  return found;
};

/** Freezes the newest state of a post for one blog. Fails before anything is sent when it cannot go out whole. */
export const freightOf = async (library: Library, post: Post, blog: Blog, intent: Intent): Promise<Result<Freight>> => {
  const snapshot = snapshotOf(post);
  const audience = { capabilities: blog.capabilities, taxonomy: blog.taxonomy, hasPicture: () => true, blog: blog.id };
  const rendered = render(snapshot, dialects[blog.site.target], audience);
  if (!rendered.ok) return rendered;
  const { title, featured } = rendered.value;
  const pictures = [...rendered.value.pictures, ...rendered.value.recordings];
  if (hasNothingToSend(rendered.value, snapshot)) return failed('publish/nothing-to-send');
  const local = await localPictures(library, pictures);
  if (pictures.some(({ sha256 }) => !local.has(sha256))) return failed('media/missing');
  return ok({ snapshot, headline: title, pictures, featured, intent });
};

/** The dialect of a preview that is for no blog in particular: plain semantic HTML. */
const plain = dialects['practice-blog'];

/** The post as one blog gets it, or in plain HTML: the very string that is sent, and the same with local pictures. */
export const previewOf = async (library: Library, id: PostId, blog: Blog | null): Promise<Result<Preview>> => {
  const post = await library.posts.open({ id });
  if (!post.ok) return post;
  const dialect = blog ? dialects[blog.site.target] : plain;
  const audience = {
    capabilities: blog?.capabilities ?? null,
    taxonomy: blog?.taxonomy ?? null,
    blog: blog?.id ?? null,
  };
  const draft = render(snapshotOf(post.value), dialect, { ...audience, hasPicture: () => true });
  if (!draft.ok) return draft;
  const local = await localPictures(library, [...draft.value.pictures, ...draft.value.recordings]);
  const rendered = render(snapshotOf(post.value), dialect, { ...audience, hasPicture: (sha256) => local.has(sha256) });
  if (!rendered.ok) return rendered;
  const { title, html, view, language, notes } = rendered.value;
  const missing = (sha256: string) => ({ url: mediaAddress(sha256), id: '0', width: 0, height: 0 });
  return ok({
    sent: html,
    html: fillMedia(view, (sha256) => local.get(sha256) ?? missing(sha256)),
    title,
    language,
    notes,
  });
};
