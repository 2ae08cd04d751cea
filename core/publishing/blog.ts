import { z } from 'zod';
import type { Account, Capabilities, ReleaseStatus, Site, Taxonomy } from './target.ts';

export const blogIdSchema = z.uuid().brand<'BlogId'>();
export type BlogId = z.infer<typeof blogIdSchema>;

/** A connected blog: account and site. Its secret lives in the vault under the same id. */
export type Blog = {
  readonly id: BlogId;
  readonly site: Site;
  readonly account: Account | null;
  /** As last seen; null until the first successful look. */
  readonly capabilities: Capabilities | null;
  readonly taxonomy: Taxonomy | null;
  /** False after a sign-out or a refused credential, and when the vault could not keep the secret over a restart. */
  readonly signedIn: boolean;
};

/** One record per post and blog: what the blog last had from this app. */
export type Publication = {
  readonly postId: string;
  readonly blogId: BlogId;
  readonly remoteId: string;
  readonly link: string;
  readonly slug: string;
  readonly status: ReleaseStatus;
  /** Fingerprint of the post as the app last sent or read it; a different live one is a conflict. */
  readonly base: string;
  /** Revision of the post that was sent. */
  readonly revision: number;
  /** When it goes or went out; milliseconds UTC. */
  readonly date: number | null;
  readonly sentAt: number;
};
