import type { Result } from '../../../trouble.ts';
import type { ByteSource } from '../../byte-source.ts';

/**
 * The folder that holds a static site. Paths are relative, with `/`, and never leave the folder. Troubles are
 * `blog/folder`, with the reason in `detail`.
 */
export type SiteFolder = {
  /** Where a browser finds the folder, with a slash at its end: `file:///…/practice-blog/`. */
  readonly address: string;
  /** Null when there is no such file. */
  readonly read: (path: string) => Promise<Result<Uint8Array | null>>;
  /** Puts the whole file in place or leaves the old one; makes the folders above it. */
  readonly write: (path: string, content: Uint8Array | ByteSource | string) => Promise<Result<void>>;
  /** Names of the files and folders in a folder; empty when there is no such folder. */
  readonly list: (path: string) => Promise<Result<readonly string[]>>;
  /** Removes a file, or a folder with everything in it; what is not there is no trouble. */
  readonly remove: (path: string) => Promise<Result<void>>;
};
