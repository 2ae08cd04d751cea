import type { AppInfo } from '../../../core/ipc.ts';
import type { BlogId } from '../../../core/publishing/blog.ts';
import type { Credential } from '../../../core/publishing/target.ts';
import type { Result } from '../../../core/trouble.ts';

/** `protected`: under a key of the system's keychain on disk. `until-quit`: in memory only. */
export type Protection = AppInfo['vault'];

/** Where credentials rest, by the blog they open. They leave it only towards a target. */
export type Vault = {
  /** What this computer offers. */
  readonly protection: () => Promise<Protection>;
  /** Whether there is a secret for this blog, without opening it. */
  readonly holds: (id: BlogId) => Promise<boolean>;
  /** Null when there is none; `vault/unavailable` when the keychain does not open what it once closed. */
  readonly get: (id: BlogId) => Promise<Result<Credential | null>>;
  /** Keeps the credential in any case; answers how. */
  readonly put: (id: BlogId, credential: Credential) => Promise<Protection>;
  readonly delete: (id: BlogId) => Promise<void>;
};
