import { imageSize } from 'image-size';
import { type MediaType, mediaTypes } from '../../../document/media.ts';
import { isRecordingType } from '../../../recordings/recording-types.ts';
import { failed, ok, type Result } from '../../../trouble.ts';
import { wholeBytes } from '../../byte-source.ts';
import { fingerprint } from '../../fingerprint.ts';
import { htmlText } from '../../html-page.ts';
import type {
  Account,
  Capabilities,
  MediaUpload,
  Release,
  RemoteMedia,
  RemotePost,
  Site,
  Target,
} from '../../target.ts';
import { type KeptPost, type Manifest, readManifest } from './manifest.ts';
import { blogName, linkTo, pagePath } from './pages.ts';
import { putSite } from './site.ts';
import type { SiteFolder } from './site-folder.ts';
import { freeSlug, slugOf } from './slug.ts';

/** The practice blog's site record; it is there from the first start, without discovery or sign-in. */
export const practiceSite = (folder: SiteFolder): Site => ({
  target: 'practice-blog',
  address: new URL('index.html', folder.address).href,
  name: blogName,
  platform: blogName,
  endpoints: {},
  signIn: ['none'],
});

const account: Account = { userId: 'you', username: 'you', displayName: 'You', role: 'owner' };

const capabilities = (): Capabilities => ({
  publish: true,
  uploadMedia: true,
  schedule: true,
  createTags: true,
  createCategories: true,
  categories: true,
  tags: true,
  featuredImage: false,
  unfilteredHtml: false,
  timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
});

const remotePost = async (folder: SiteFolder, post: KeptPost): Promise<RemotePost> => ({
  id: post.id,
  status: post.status,
  slug: post.slug,
  link: new URL(linkTo(pagePath(post.slug)), folder.address).href,
  title: post.title,
  html: post.html,
  fingerprint: await fingerprint(htmlText(post.title), post.html),
  date: post.status === 'draft' ? null : post.date,
});

const isOut = (post: KeptPost): boolean => post.status === 'published' || post.status === 'scheduled';

/** An empty slug keeps the address of a post that is out; a draft gets one from its title. */
const slugFor = (manifest: Manifest, post: KeptPost, slug: string, title: string): string => {
  if (slug === '' && isOut(post)) return post.slug;
  const taken = new Set(manifest.posts.filter((it) => it.id !== post.id && it.status !== 'trash').map((it) => it.slug));
  return freeSlug(slugOf(slug || title), taken);
};

const released = (post: KeptPost, release: Release, now: number): Pick<KeptPost, 'status' | 'date'> => {
  if (release.status === 'draft') return { status: 'draft', date: post.date };
  if (release.status === 'scheduled') {
    return { status: release.date > now ? 'scheduled' : 'published', date: release.date };
  }
  // What is out keeps its date, and so does what was due; a draft or an early release goes out now.
  const keepsDate = post.status !== 'draft' && post.date !== null && post.date <= now;
  return { status: 'published', date: keepsDate ? post.date : now };
};

/** From a post's page. */
const addressOf = (path: string): string => `../../${path}`;

const upload = async (
  folder: SiteFolder,
  { sha256, type, read, earlier }: MediaUpload,
): Promise<Result<RemoteMedia>> => {
  const extension = mediaTypes[type as MediaType];
  if (!extension || !/^[0-9a-f]{64}$/.test(sha256))
    return failed('publish/upload-refused', { params: { reason: type } });
  if (earlier) {
    const names = await folder.list('media');
    if (names.ok && names.value.some((name) => earlier.url === addressOf(`media/${name}`))) return ok(earlier);
  }
  const bytes = await read();
  if (!bytes.ok) return bytes;
  const path = `media/${sha256.slice(0, 32)}.${extension}`;
  const written = await folder.write(path, bytes.value);
  if (!written.ok) return written;
  return ok({
    id: sha256,
    url: addressOf(path),
    ...(isRecordingType(type) ? noSize : sizeOf(await wholeBytes(bytes.value))),
  });
};

/** A video's size stands in the post; sound has none. */
const noSize = { width: 0, height: 0 };

const sizeOf = (bytes: Uint8Array): { readonly width: number; readonly height: number } => {
  const { width, height, orientation = 1 } = imageSize(bytes);
  // EXIF orientations 5 to 8 lie on their side, and browsers turn them.
  return orientation >= 5 ? { width: height, height: width } : { width, height };
};

/**
 * A real static site in a folder on this computer: front page, post pages, Atom feed, pictures, video and audio files. What is scheduled waits
 * in the manifest; a folder wakes nobody, so whoever runs the outbox publishes it when it is due.
 */
export const practiceBlogTarget = (folder: SiteFolder, now: () => number): Target => {
  // One change at a time: each reads the manifest that the one before it wrote.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  const change = (id: string, edit: (post: KeptPost, manifest: Manifest) => KeptPost): Promise<Result<RemotePost>> =>
    inTurn(async () => {
      const manifest = await readManifest(folder);
      if (!manifest.ok) return manifest;
      const post = manifest.value.posts.find((it) => it.id === id);
      if (!post || post.status === 'trash')
        return failed('publish/gone', { detail: `No post ${id} outside the trash` });
      const edited = edit(post, manifest.value);
      const posts = manifest.value.posts.map((it) => (it.id === id ? edited : it));
      const put = await putSite(folder, manifest.value, { ...manifest.value, posts });
      return put.ok ? ok(await remotePost(folder, edited)) : put;
    });

  const posts = async (accepts: (post: KeptPost) => boolean): Promise<Result<readonly RemotePost[]>> => {
    const manifest = await inTurn(() => readManifest(folder));
    if (!manifest.ok) return manifest;
    const kept = manifest.value.posts.filter((post) => post.status !== 'trash' && accepts(post));
    const newestFirst = [...kept].sort((one, other) => other.changedAt - one.changedAt);
    return ok(await Promise.all(newestFirst.map((post) => remotePost(folder, post))));
  };

  return {
    id: 'practice-blog',
    discover: async (address) => ok(address.trim().startsWith(folder.address) ? practiceSite(folder) : null),
    // The site can be visited before anything is published.
    signIn: () =>
      inTurn(async () => {
        const manifest = await readManifest(folder);
        if (!manifest.ok) return manifest;
        const put = await putSite(folder, manifest.value, manifest.value);
        return put.ok ? ok(account) : put;
      }),
    capabilities: async () => ok(capabilities()),
    taxonomy: async () => {
      const manifest = await inTurn(() => readManifest(folder));
      if (!manifest.ok) return manifest;
      const terms = (names: readonly string[]) => [...new Set(names)].sort().map((name) => ({ id: name, name }));
      return ok({
        categories: terms(manifest.value.posts.flatMap((post) => post.categories)),
        tags: terms(manifest.value.posts.flatMap((post) => post.tags)),
      });
    },
    uploadMedia: (_connection, media) => inTurn(() => upload(folder, media)),
    createDraft: (_connection, { postId, marker, title }) =>
      inTurn(async () => {
        const manifest = await readManifest(folder);
        if (!manifest.ok) return manifest;
        const there = manifest.value.posts.find((post) => post.slug === marker && post.status !== 'trash');
        if (there) return ok(await remotePost(folder, there));
        const isTaken = manifest.value.posts.some((post) => post.id === postId);
        const draft: KeptPost = {
          id: isTaken ? crypto.randomUUID() : postId,
          slug: marker,
          status: 'draft',
          title,
          html: '',
          excerpt: '',
          language: '',
          tags: [],
          categories: [],
          featuredMedia: null,
          date: null,
          changedAt: now(),
        };
        const put = await putSite(folder, manifest.value, {
          ...manifest.value,
          posts: [...manifest.value.posts, draft],
        });
        return put.ok ? ok(await remotePost(folder, draft)) : put;
      }),
    update: (_connection, id, content, slug) =>
      change(id, (post, manifest) => ({
        ...post,
        ...content,
        slug: slugFor(manifest, post, slug, content.title),
        changedAt: now(),
      })),
    publish: (_connection, id, release) =>
      change(id, (post, manifest) => ({
        ...post,
        ...released(post, release, now()),
        slug: slugFor(manifest, post, release.slug, post.title),
      })),
    find: (_connection, marker) =>
      posts(
        ({ slug }) => slug === marker || (slug.startsWith(`${marker}-`) && /^\d+$/.test(slug.slice(marker.length + 1))),
      ),
    fetch: async (_connection, id) => {
      const found = await posts((post) => post.id === id);
      if (!found.ok) return found;
      const [post] = found.value;
      return post ? ok(post) : failed('publish/gone', { detail: `No post ${id} outside the trash` });
    },
    list: async (_connection, limit) => {
      const all = await posts(() => true);
      return all.ok ? ok(all.value.slice(0, limit)) : all;
    },
    remove: async (_connection, id) => {
      const removed = await change(id, (post) => ({ ...post, status: 'trash' }));
      return removed.ok || removed.error.code === 'publish/gone' ? ok(undefined) : removed;
    },
  };
};
