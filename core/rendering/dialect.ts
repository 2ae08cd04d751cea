import type { Root } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import type { OriginFormat } from '../document/origin.ts';
import type { PreflightNote } from '../ipc.ts';
import type { Capabilities } from '../publishing/target.ts';

/**
 * How one platform wants its markup: a pass over the finished tree, then the allow-list that the result is held to.
 * A dialect knows nothing of the editor; it reads the tree that `core/document/html-tree.ts` makes.
 */
export type Dialect = {
  /** Whether the platform keeps the language of a whole post; passages say theirs in the markup everywhere. */
  readonly keepsLanguage: boolean;
  /** The longest side, in pixels, above which the platform itself shows a smaller copy of a picture; null where it shows every one. */
  readonly largestPicture: number | null;
  /** Takes a tree without comments whose pictures already carry slots; must not change its argument. */
  readonly adapt: (tree: Root) => Root;
  /** Comments are kept only where a dialect makes them itself. */
  readonly schema: Schema;
  /**
   * How a post of this platform is written on in the format it came in: the pass that an edited or new block takes instead of
   * `adapt`, and what parts two blocks that were not neighbours on the blog.
   */
  readonly origins: Readonly<
    Partial<Record<OriginFormat, { readonly adapt: (tree: Root) => Root; readonly gap: string }>>
  >;
  /** What this platform, or this account on it, changes in this tree. */
  readonly notes: (tree: Root, capabilities: Capabilities | null) => readonly PreflightNote[];
};
