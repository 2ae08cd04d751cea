import type { PostId } from '../document/post.ts';
import type { Result } from '../trouble.ts';
import type { ByteSource } from './byte-source.ts';

/** The code for one platform. A new target adds its name here, its folder in `targets/` and its dialect. */
export const targetIds = ['practice-blog', 'wordpress'] as const;
export type TargetId = (typeof targetIds)[number];

/** A place that can be published to, as discovery found it. Plain data without secrets: it is stored and crosses processes. */
export type Site = {
  readonly target: TargetId;
  /** The blog's public address. */
  readonly address: string;
  readonly name: string;
  /** What it runs on, for people: "WordPress 7.1", "Practice blog". */
  readonly platform: string;
  /** The target's own addresses (REST root, authorisation page); only the target reads them. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Ways to sign in that the site offers. */
  readonly signIn: readonly SignInWay[];
};

/** `hand-off`: the platform's own page in the browser sends a password back. `password`: the writer pastes one. */
export type SignInWay = 'none' | 'hand-off' | 'password';

export type Credential = { readonly username: string; readonly password: string };

/** A site with what is needed to write to it. Never stored as a whole and never sent to the window. */
export type Connection = { readonly site: Site; readonly credential: Credential | null };

/** Who the credential belongs to and what it may do. */
export type Account = {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  /** The platform's own word for the role, for people: "author". */
  readonly role: string;
};

/** What this account can do on this blog. Asked anew at every connection and before publishing. */
export type Capabilities = {
  readonly publish: boolean;
  readonly uploadMedia: boolean;
  readonly schedule: boolean;
  readonly createTags: boolean;
  readonly createCategories: boolean;
  readonly categories: boolean;
  readonly tags: boolean;
  readonly featuredImage: boolean;
  /** False where the platform removes iframes and scripts from this role's posts. */
  readonly unfilteredHtml: boolean;
  /** The blog's zone: an IANA name ("Europe/Lisbon") or an offset ("+05:30"). */
  readonly timeZone: string;
};

export type Term = { readonly id: string; readonly name: string };
export type Taxonomy = { readonly categories: readonly Term[]; readonly tags: readonly Term[] };

export type MediaUpload = {
  readonly sha256: string;
  readonly type: string;
  /** ASCII file name with its extension. */
  readonly fileName: string;
  /** The bytes, made when they are asked for: a blog that has the file needs none. Those of a video or audio file are read as they are sent. */
  readonly read: () => Promise<Result<Uint8Array | ByteSource>>;
  readonly alt: string;
  readonly caption: string;
  /** Finds this upload again after a lost answer (`find` of media is the target's own affair inside `uploadMedia`). */
  readonly marker: string;
  /** What the blog answered when it was uploaded before; somebody may have deleted it there since. */
  readonly earlier: RemoteMedia | null;
};

/** A picture as the blog holds it, in the addresses and sizes that the blog returned. */
export type RemoteMedia = {
  readonly id: string;
  readonly url: string;
  readonly width: number;
  readonly height: number;
};

/** A post's content as one blog gets it: the rendered string with its media addresses filled in. */
export type RemoteContent = {
  readonly title: string;
  readonly html: string;
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** The post's language as a BCP 47 tag; empty where nobody said it. Only platforms that keep one read it. */
  readonly language: string;
  /** The blog's id of an uploaded picture; null for none. Left out, the blog keeps the one that it has. */
  readonly featuredMedia?: string | null;
};

/** What the very first request creates: a draft that carries the marker and is not public. */
export type NewDraft = { readonly postId: PostId; readonly marker: string; readonly title: string };

export type RemoteStatus = 'draft' | 'scheduled' | 'published' | 'pending' | 'private' | 'trash';

/** A post as the blog holds it now. */
export type RemotePost = {
  readonly id: string;
  readonly status: RemoteStatus;
  readonly slug: string;
  /** The public address, or the address it would have. */
  readonly link: string;
  readonly title: string;
  /** The stored markup, as an editor of that platform would get it; never the rendered one. */
  readonly html: string;
  /** Changes exactly when the text a writer could lose changes (title, markup); equal for `/>` and ` />`. Compare for equality only. */
  readonly fingerprint: string;
  /** When it goes out or went out; milliseconds UTC; null for a draft. */
  readonly date: number | null;
};

export type Release =
  | { readonly status: 'draft'; readonly slug: string }
  | { readonly status: 'published'; readonly slug: string }
  /** `date` is milliseconds UTC. */
  | { readonly status: 'scheduled'; readonly slug: string; readonly date: number };

export type ReleaseStatus = Release['status'];

/**
 * What a platform must be able to do, and nothing more. Every target passes the contract suite of
 * `core/publishing/testing`. Success means the expected status and an id; every answer is parsed by a schema.
 * All calls may be repeated: what cannot be repeated safely (`createDraft`) is found again by its marker.
 */
export type Target = {
  readonly id: TargetId;
  /** From an address as a person types it to a site; null when the address is a working page but not this platform. */
  readonly discover: (address: string, signal?: AbortSignal) => Promise<Result<Site | null>>;
  /** Checks the credential and names its account. */
  readonly signIn: (connection: Connection) => Promise<Result<Account>>;
  readonly capabilities: (connection: Connection) => Promise<Result<Capabilities>>;
  readonly taxonomy: (connection: Connection) => Promise<Result<Taxonomy>>;
  /** The file as the blog has it; it is sent only when the blog has it no longer or not yet. */
  readonly uploadMedia: (connection: Connection, upload: MediaUpload) => Promise<Result<RemoteMedia>>;
  readonly createDraft: (connection: Connection, draft: NewDraft) => Promise<Result<RemotePost>>;
  /**
   * Replaces title, markup, excerpt, terms and featured picture; leaves status alone. An empty excerpt or list of terms
   * leaves what the blog has, and so does a featured picture that is left out. An empty slug takes a marker away.
   */
  readonly update: (
    connection: Connection,
    id: string,
    content: RemoteContent,
    slug: string,
  ) => Promise<Result<RemotePost>>;
  readonly publish: (connection: Connection, id: string, release: Release) => Promise<Result<RemotePost>>;
  /** Every post outside the trash that carries the marker or a variant the platform made of it (`-2`, `-3`). */
  readonly find: (connection: Connection, marker: string) => Promise<Result<readonly RemotePost[]>>;
  /** The post as it is now; `publish/gone` when it was deleted or trashed. */
  readonly fetch: (connection: Connection, id: string) => Promise<Result<RemotePost>>;
  readonly list: (connection: Connection, limit: number) => Promise<Result<readonly RemotePost[]>>;
  /** Into the platform's trash where it has one. Repeating it is no trouble. */
  readonly remove: (connection: Connection, id: string) => Promise<Result<void>>;
};
