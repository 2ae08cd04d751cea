import { z } from 'zod';
import { parseWebAddress } from '../../../sources/address.ts';
import { failed, ok, type Result } from '../../../trouble.ts';
import { fingerprint } from '../../fingerprint.ts';
import { htmlText, plainText } from '../../html-page.ts';
import type { Http } from '../../http.ts';
import type { Connection, NewDraft, Release, RemoteContent, RemotePost, RemoteStatus } from '../../target.ts';
import { asTrouble, callRest, type RestAnswer } from './rest.ts';
import { termIds } from './terms.ts';

const raw = z.object({ raw: z.string() }).transform((field) => field.raw);

const postSchema = z.object({
  id: z.int().positive(),
  status: z.string(),
  slug: z.string().default(''),
  link: z.url({ protocol: /^https?$/ }),
  title: raw,
  content: raw,
  /** UTC without a zone letter; null for a draft without a date. */
  date_gmt: z.string().nullable().default(null),
  featured_media: z.int().default(0),
  generated_slug: z.string().optional(),
  permalink_template: z.string().optional(),
});
type WordPressPost = z.infer<typeof postSchema>;

const fields = 'id,status,slug,link,title.raw,content.raw,date_gmt,featured_media,generated_slug,permalink_template';
const inEditContext = { context: 'edit', _fields: fields } as const;

/** Every status but trash. `any` would leave out nothing else today, yet plugins add statuses of their own to it. */
const outsideTrash = 'publish,future,draft,pending,private';

const statuses: ReadonlyMap<string, RemoteStatus> = new Map(
  Object.entries({
    publish: 'published',
    future: 'scheduled',
    draft: 'draft',
    'auto-draft': 'draft',
    pending: 'pending',
    private: 'private',
    trash: 'trash',
  }),
);

/** Where a post is or will be: a page of the web, whatever else the blog's template for addresses says. */
const linkOf = (post: WordPressPost): string => {
  if (post.status === 'publish' || !post.permalink_template) return post.link;
  const link = post.permalink_template.replace(/%(?:postname|pagename)%/, () => post.slug || post.generated_slug || '');
  return parseWebAddress(link) && !link.includes('%post') ? link : post.link;
};

/** When a post goes or went out; a draft may have kept a date from the time when it was scheduled. */
const timeOf = ({ date_gmt }: WordPressPost): number | null => {
  const time = date_gmt ? Date.parse(`${date_gmt}Z`) : Number.NaN;
  return Number.isNaN(time) ? null : time;
};

const remotePost = async (post: WordPressPost): Promise<RemotePost> => {
  const status = statuses.get(post.status) ?? 'private';
  return {
    id: String(post.id),
    status,
    slug: post.slug,
    link: linkOf(post),
    title: plainText(post.title),
    html: post.content,
    fingerprint: await fingerprint(post.title, post.content),
    date: status === 'draft' || status === 'pending' ? null : timeOf(post),
  };
};

type Answered = Awaited<ReturnType<typeof callRest<WordPressPost>>>;

const asPost = async (answered: Answered): Promise<Result<RemotePost>> =>
  answered.ok ? ok(await remotePost(answered.value.value)) : asTrouble(answered);

const send = (http: Http, connection: Connection, route: string, json: object): Promise<Answered> =>
  callRest(http, connection, {
    purpose: 'write',
    method: 'POST',
    route,
    query: { _fields: fields },
    json,
    answer: postSchema,
  });

const read = (http: Http, connection: Connection, id: string): Promise<Answered> =>
  callRest(http, connection, {
    purpose: 'read',
    method: 'GET',
    route: `wp/v2/posts/${encodeURIComponent(id)}`,
    query: inEditContext,
    answer: postSchema,
  });

const listOf = (
  http: Http,
  connection: Connection,
  query: Readonly<Record<string, string | number>>,
): ReturnType<typeof callRest<WordPressPost[]>> =>
  callRest(http, connection, {
    purpose: 'read',
    method: 'GET',
    route: 'wp/v2/posts',
    query: { ...inEditContext, ...query },
    answer: z.array(postSchema),
  });

/** WordPress refuses a post without any words, and the first request may have none: an empty paragraph will do. */
const emptyParagraph = '<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->';

export const createDraft = async (http: Http, connection: Connection, draft: NewDraft): Promise<Result<RemotePost>> =>
  asPost(
    await send(http, connection, 'wp/v2/posts', {
      status: 'draft',
      slug: draft.marker,
      title: htmlText(draft.title),
      ...(draft.title.trim() === '' ? { content: emptyParagraph } : {}),
    }),
  );

const gone = (id: string): Result<never> => failed('publish/gone', { detail: `Post ${id} is in the trash` });

export const fetchPost = async (http: Http, connection: Connection, id: string): Promise<Result<RemotePost>> => {
  const post = await asPost(await read(http, connection, id));
  return post.ok && post.value.status === 'trash' ? gone(id) : post;
};

const hasAddress: readonly RemoteStatus[] = ['published', 'scheduled', 'private'];

/**
 * The `slug` field of a write. To WordPress an empty slug means "make one from the title": right for a draft, whose
 * marker goes away by it, and wrong for a post that already has its public address and would move.
 */
const slugField = (current: RemotePost, slug: string): { readonly slug?: string } =>
  slug !== '' || !hasAddress.includes(current.status) ? { slug } : {};

/** Title, markup, excerpt, terms and featured picture of a post. */
export const updatePost = async (
  http: Http,
  connection: Connection,
  id: string,
  content: RemoteContent,
  slug: string,
): Promise<Result<RemotePost>> => {
  const current = await fetchPost(http, connection, id);
  if (!current.ok) return current;
  const categories = await termIds(http, connection, 'categories', content.categories);
  if (!categories.ok) return categories;
  const tags = await termIds(http, connection, 'tags', content.tags);
  if (!tags.ok) return tags;
  const featured = content.featuredMedia === undefined ? undefined : Number(content.featuredMedia);
  const sent = await send(http, connection, `wp/v2/posts/${encodeURIComponent(id)}`, {
    ...slugField(current.value, slug),
    // Title and excerpt are HTML to WordPress, and plain words here.
    title: htmlText(content.title),
    content: content.html,
    // What the post leaves open is the blog's own affair: others may have filled it in there, and an empty list of
    // categories would take even the default one away.
    ...(content.excerpt === '' ? {} : { excerpt: htmlText(content.excerpt) }),
    ...(tags.value.length > 0 ? { tags: tags.value } : {}),
    ...(categories.value.length > 0 ? { categories: categories.value } : {}),
    ...(featured === undefined ? {} : { featured_media: featured }),
  });
  // WordPress takes an unknown picture without a word and keeps none.
  if (sent.ok && featured !== undefined && sent.value.value.featured_media !== featured) {
    return failed('publish/unexpected-answer', {
      params: { host: new URL(connection.site.address).host, reason: 'featured image', status: 200 },
      detail: `Featured image ${featured} was not accepted: it is no longer in the blog's media library`,
    });
  }
  return asPost(sent);
};

const expected: Readonly<Record<Release['status'], readonly RemoteStatus[]>> = {
  draft: ['draft'],
  published: ['published'],
  // Less than a minute ahead WordPress publishes at once, with the date asked for.
  scheduled: ['scheduled', 'published'],
};

/** Changes the status. Repeating it gives the same post, address and date. */
export const publishPost = async (
  http: Http,
  connection: Connection,
  id: string,
  release: Release,
  now: () => number,
): Promise<Result<RemotePost>> => {
  const answered = await read(http, connection, id);
  if (!answered.ok) return asTrouble(answered);
  const current = await remotePost(answered.value.value);
  if (current.status === 'trash') return gone(id);
  const route = `wp/v2/posts/${encodeURIComponent(id)}`;
  const slug = slugField(current, release.slug);
  // A post with a date to come is scheduled however it is asked to go out, so that date is replaced.
  const isEarly = current.status !== 'published' && (timeOf(answered.value.value) ?? 0) > now();
  const body = {
    draft: { ...slug, status: 'draft' },
    published: { ...slug, status: 'publish', ...(isEarly ? { date_gmt: new Date(now()).toISOString() } : {}) },
    scheduled: {
      ...slug,
      status: 'future',
      date_gmt: release.status === 'scheduled' ? new Date(release.date).toISOString() : null,
    },
  }[release.status];
  const post = await asPost(await send(http, connection, route, body));
  if (!post.ok || expected[release.status].includes(post.value.status)) return post;
  if (post.value.status === 'pending')
    return failed('blog/role-cannot-publish', { detail: 'Stored as pending review' });
  return failed('publish/unexpected-answer', {
    params: { host: new URL(connection.site.address).host, reason: post.value.status, status: 200 },
    detail: `Asked for ${release.status}, the blog says ${post.value.status}`,
  });
};

/** How many numbered variants of a marker are looked for: each lost answer can make one more. */
const variants = 20;

export const findPosts = async (
  http: Http,
  connection: Connection,
  marker: string,
): Promise<Result<readonly RemotePost[]>> => {
  const slugs = Array.from({ length: variants }, (_, index) => (index === 0 ? marker : `${marker}-${index + 1}`));
  const found = await listOf(http, connection, { slug: slugs.join(','), status: outsideTrash, per_page: 100 });
  return found.ok ? ok(await Promise.all(found.value.value.map(remotePost))) : asTrouble(found);
};

const pagesOf = (answer: RestAnswer<unknown>): number => Number(answer.headers['x-wp-totalpages'] ?? 1) || 1;

/** Newest changes first. Pages can be short: WordPress counts posts that this account may not edit and leaves them out. */
export const listPosts = async (
  http: Http,
  connection: Connection,
  limit: number,
): Promise<Result<readonly RemotePost[]>> => {
  const posts: WordPressPost[] = [];
  for (let page = 1, pages = 1; page <= Math.min(pages, 20) && posts.length < limit; page += 1) {
    const query = { status: outsideTrash, orderby: 'modified', per_page: Math.min(Math.max(limit, 1), 100), page };
    const answered = await listOf(http, connection, query);
    if (!answered.ok) return asTrouble(answered);
    posts.push(...answered.value.value);
    pages = pagesOf(answered.value);
  }
  return ok(await Promise.all(posts.slice(0, limit).map(remotePost)));
};

/** Into the trash; a post that is there or gone already is no trouble. */
export const removePost = async (http: Http, connection: Connection, id: string): Promise<Result<void>> => {
  const removed = await callRest(http, connection, {
    purpose: 'write',
    method: 'DELETE',
    route: `wp/v2/posts/${encodeURIComponent(id)}`,
    query: { _fields: 'id,status' },
    answer: z.object({ id: z.int(), status: z.literal('trash') }),
  });
  if (removed.ok || removed.rest?.code === 'rest_already_trashed' || removed.error.code === 'publish/gone')
    return ok(undefined);
  return asTrouble(removed);
};
