import type { JobView } from '../../../core/outbox/job.ts';
import type { Blog, BlogId } from '../../../core/publishing/blog.ts';
import type { Connection, Target, TargetId } from '../../../core/publishing/target.ts';
import type { Result, Trouble } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';
import type { OutgoingFiles } from '../media/outgoing-files.ts';
import type { Clock } from './clock.ts';

/** What the outbox is made of. */
export type OutboxParts = {
  readonly library: Pick<LibraryClient, 'posts' | 'publications' | 'uploads' | 'jobs' | 'media'>;
  readonly targets: Readonly<Record<TargetId, Target>>;
  readonly blogOf: (id: BlogId) => Promise<Result<Blog>>;
  /** A blog with what is needed to write to it; `blog/signed-out` when its secret is gone. */
  readonly connectionOf: (id: BlogId) => Promise<Result<Connection>>;
  readonly outgoing: OutgoingFiles;
  readonly clock: Clock;
  /** A new UUID v4 with every call. */
  readonly newId: () => string;
  /** The list is no longer what it was. */
  readonly onJobs: (jobs: readonly JobView[]) => void;
  /** What a blog has of a post was put on record: its state in the library may be another. */
  readonly onPublication: (postId: string) => void;
  /** Something that belongs into the log: a bug, or a row of the journal that cannot be read. */
  readonly onError: (what: string, error: unknown) => void;
  /** A trouble that belongs to no job: the journal could not be read. */
  readonly onTrouble: (trouble: Trouble) => void;
};
