import type { Publication } from '../publishing/blog.ts';
import type { Capabilities, Release, RemoteMedia, RemotePost } from '../publishing/target.ts';
import type { Trouble } from '../trouble.ts';
import type { JobAnswer, Remains } from './job.ts';

/** What the outbox does next for a job. All but `create` may be repeated; `create` is found again by its marker. */
export type Effect =
  /** Ask what the account may do, and how the post stands that is to be updated, if there is one. */
  | { readonly type: 'check' }
  | { readonly type: 'create' }
  /** Find the draft of a create whose answer was lost. */
  | { readonly type: 'look' }
  | { readonly type: 'upload'; readonly sha256: string }
  /** Read the post and compare it with what this app last had of it. */
  | { readonly type: 'compare' }
  | { readonly type: 'update' }
  /** Trash untouched doubles of the draft. */
  | { readonly type: 'sweep' }
  | { readonly type: 'release'; readonly release: Release }
  | { readonly type: 'verify' }
  | { readonly type: 'record' }
  /** Trash what a cancelled job made. */
  | { readonly type: 'withdraw' }
  /** See a scheduled post out when its time has come. */
  | { readonly type: 'settle' };

/** What came of an effect, or what a person or the computer did. */
export type JobEvent =
  | {
      readonly type: 'checked';
      readonly capabilities: Capabilities;
      readonly publication: Publication | null;
      readonly live: RemotePost | null;
    }
  | { readonly type: 'created'; readonly post: RemotePost }
  | { readonly type: 'looked'; readonly posts: readonly RemotePost[] }
  | { readonly type: 'uploaded'; readonly sha256: string; readonly media: RemoteMedia }
  /** `mine` and `theirs`: digests of the words that would be sent and of those that are live. */
  | { readonly type: 'compared'; readonly live: RemotePost; readonly mine: string; readonly theirs: string }
  | { readonly type: 'updated'; readonly post: RemotePost }
  | { readonly type: 'swept' }
  | { readonly type: 'released'; readonly post: RemotePost }
  /** `dropped`: what the blog removed, in a few words each. */
  | {
      readonly type: 'verified';
      readonly post: RemotePost;
      readonly theirs: string;
      readonly dropped: readonly string[];
    }
  | { readonly type: 'recorded' }
  /** `left`: it stays because it is public or because somebody else wrote in it; null when it is gone. */
  | { readonly type: 'withdrawn'; readonly left: Remains | null }
  /** `at`: when to look again, or null when the post is out or gone. */
  | { readonly type: 'settled'; readonly at: number | null; readonly link: string | null }
  | { readonly type: 'troubled'; readonly trouble: Trouble }
  /** The app started and found the job in the journal. */
  | { readonly type: 'started' }
  /** The computer may be connected again. */
  | { readonly type: 'online' }
  /** The job's turn or time has come. */
  | { readonly type: 'woken' }
  | { readonly type: 'retry' }
  | { readonly type: 'cancel' }
  | { readonly type: 'answer'; readonly answer: JobAnswer };
