import type { z } from 'zod';
import type { Media, Sha256 } from '../../../core/document/media.ts';
import type { Edit, Post, PostFields, PostId, StoredDocument } from '../../../core/document/post.ts';
import type { contract, PostPage } from '../../../core/ipc.ts';
import type { Call } from '../../../core/ipc-call.ts';
import type { JobId } from '../../../core/outbox/job.ts';
import type { PageWords, SuggestedField } from '../../../core/pictures/suggestions.ts';
import type { Blog, BlogId, Publication } from '../../../core/publishing/blog.ts';
import type { RemoteMedia, TargetId } from '../../../core/publishing/target.ts';
import type { SavedArticle } from '../../../core/sources/article.ts';
import type { Source } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';

type PostCalls = (typeof contract)['posts'];
/** A call's input after the main process has parsed it. */
type ParsedOf<C> = C extends Call<infer Input, unknown> ? z.output<Input> : never;
type ById = { readonly id: PostId };

/** What a new post starts with: a template's document, or the example with its fields and sources. */
export type NewPost = {
  readonly document: StoredDocument;
  readonly fields?: PostFields;
  readonly sources?: readonly Source[];
};

/**
 * Why a version was kept. `pause`: typing rested. `named`: Ctrl+S. `conflict`: a save that was refused as stale.
 * Only `pause` versions are thinned with age.
 */
export type VersionReason = 'pause' | 'publish' | 'pull' | 'restore' | 'named' | 'conflict';

/** A kept state of a post. `number` counts from 1 within the post; `at` is milliseconds UTC. */
export type Version = { readonly number: number; readonly at: number; readonly why: VersionReason };

export type VersionContent = Version & {
  readonly document: StoredDocument;
  readonly fields: PostFields;
  readonly sources: readonly Source[];
};

/**
 * Posts of the library. Inputs are those of `contract.posts`. An unknown id answers `post/not-found`; a document that
 * no longer passes the schema answers `post/unreadable` with its raw text in `detail` and is left as it is.
 */
export type Posts = {
  readonly list: (input: ParsedOf<PostCalls['list']>) => Result<PostPage>;
  /** The newest state: the snapshot with every journaled edit replayed. Changes nothing. */
  readonly open: (input: ById) => Result<Post>;
  readonly create: (input: NewPost) => Result<Post>;
  /** Whether the example was ever made in this library, even if it was deleted since. */
  readonly exampleMade: () => Result<boolean>;
  /** The example post, taken out of the trash or made anew from `content` if it is gone. */
  readonly showExample: (content: NewPost) => Result<Post>;
  /** A draft "Copy of …" with the same text, sources and pictures; its slug is its own. */
  readonly duplicate: (input: ById) => Result<Post>;
  readonly trash: (input: ById) => Result<void>;
  readonly restore: (input: ById) => Result<void>;
  /** `app/bad-request` unless the post is in the trash. */
  readonly deleteForever: (input: ById) => Result<void>;
  /**
   * Journals edits; they are on disk when it answers. Edits that are journaled already are acknowledged again;
   * a gap, or other edits under the same numbers, is `post/stale`.
   */
  readonly append: (input: ParsedOf<PostCalls['append']>) => Result<{ readonly sequence: number }>;
  /** The newest edits before a number, oldest first and without a gap; one that cannot be read ends them. */
  readonly journal: (input: ParsedOf<PostCalls['journal']>) => Result<readonly Edit[]>;
  /**
   * Saves are stale when the part they replace (document, fields, sources) was changed after `revision`. A stale one
   * is kept as a `conflict` version and answered `post/stale`. Repeating the newest save is no conflict.
   */
  readonly save: (input: ParsedOf<PostCalls['save']>) => Result<{ readonly revision: number }>;
  readonly saveFields: (input: ParsedOf<PostCalls['saveFields']>) => Result<{ readonly revision: number }>;
  readonly saveSources: (input: ParsedOf<PostCalls['saveSources']>) => Result<{ readonly revision: number }>;
  /** Keeps the newest state; `named` unless told otherwise. The same state is not kept twice for the same reason. */
  readonly keepVersion: (input: ById & { readonly why?: VersionReason }) => Result<void>;
  /** Newest first. */
  readonly versions: (input: ById) => Result<readonly Version[]>;
  readonly version: (input: ById & { readonly number: number }) => Result<VersionContent>;
  /** See `contract.posts.usedBefore`. Looks at snapshots, not at what was typed since. */
  readonly usedBefore: (input: ParsedOf<PostCalls['usedBefore']>) => Result<readonly string[]>;
};

type PostAndBlog = { readonly postId: PostId; readonly blogId: BlogId };

/** What each blog last had of each post. The post's state (draft, scheduled, published) follows from it. */
export type Publications = {
  readonly list: (input: ById) => Result<readonly Publication[]>;
  readonly get: (input: PostAndBlog) => Result<Publication | null>;
  readonly put: (publication: Publication) => Result<void>;
  readonly remove: (input: PostAndBlog) => Result<void>;
};

/** Facts about the pictures; their files are the media store's. */
export type MediaRows = {
  /** `media/missing` when the library has no such picture. */
  readonly get: (input: { readonly sha256: Sha256 }) => Result<Media>;
  readonly put: (media: Media) => Result<void>;
  /** Adds what a page says of a picture to what is suggested for it. */
  readonly suggest: (input: { readonly sha256: Sha256; readonly page: PageWords }) => Result<void>;
  /** Forgets what a picture suggests for a field: the writer does not want it. */
  readonly dismissSuggestion: (input: { readonly sha256: Sha256; readonly field: SuggestedField }) => Result<void>;
  /** Forgets a picture that no post, version or waiting job mentions; answers whether it did. */
  readonly removeUnused: (input: { readonly sha256: Sha256 }) => Result<boolean>;
};

/** The saved articles. One is kept as long as a post, a version, the trash or a waiting job mentions it, and 30 days more. */
export type Articles = {
  /** `article/missing` when the library has no such article, `article/corrupt` when its bytes are no longer those it was named after. */
  readonly get: (input: { readonly sha256: Sha256 }) => Result<SavedArticle>;
  /** Answers the hash under which it is kept from now on; the same article is stored once. */
  readonly put: (article: SavedArticle) => Result<Sha256>;
  /** Forgets those of these that no post, version or waiting job mentions: pages that were read only to compare. */
  readonly removeUnused: (input: { readonly articles: readonly Sha256[] }) => Result<void>;
};

export type Blogs = {
  readonly list: () => Result<readonly Blog[]>;
  readonly get: (input: { readonly id: BlogId }) => Result<Blog | null>;
  readonly put: (blog: Blog) => Result<void>;
  /** Takes it off the list. Its publications stay, so that connecting it again under its old id never posts twice. */
  readonly disconnect: (input: { readonly id: BlogId }) => Result<void>;
  /** The id under which this site was connected before and is not now: by this account, else by the last one that was. */
  readonly formerId: (input: {
    readonly target: TargetId;
    readonly address: string;
    readonly userId: string | null;
  }) => Result<BlogId | null>;
};

type BlogAndFile = { readonly blogId: BlogId; readonly sha256: string };

/** Which pictures a blog has already. */
export type Uploads = {
  readonly get: (input: BlogAndFile) => Result<RemoteMedia | null>;
  readonly put: (input: BlogAndFile & { readonly media: RemoteMedia }) => Result<void>;
  readonly remove: (input: BlogAndFile) => Result<void>;
};

/** The outbox's journal. A job is stored as the outbox gives it and read back unchecked: the outbox parses it. */
export type Jobs = {
  /** In the order in which they were first put. */
  readonly list: () => Result<readonly unknown[]>;
  /** On disk when it answers. */
  readonly put: (job: { readonly id: JobId }) => Result<void>;
  readonly remove: (input: { readonly id: JobId }) => Result<void>;
};

/**
 * All posts on this computer and what belongs to them. Every call may also answer `library/disk-full`,
 * `library/read-only`, `library/corrupt` or `library/unavailable`; it has then changed nothing.
 */
export type Library = {
  readonly posts: Posts;
  readonly publications: Publications;
  readonly media: MediaRows;
  readonly articles: Articles;
  readonly blogs: Blogs;
  readonly uploads: Uploads;
  readonly jobs: Jobs;
};

/** The library as the main process reaches it: the same calls, answered by the library thread. Only bugs reject. */
export type LibraryClient = {
  readonly [G in keyof Library]: {
    readonly [M in keyof Library[G]]: Library[G][M] extends (...input: infer Input) => infer Output
      ? (...input: Input) => Promise<Output>
      : never;
  };
};
