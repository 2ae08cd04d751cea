import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { PostFields } from '../document/post.ts';
import type { Source } from '../sources/source.ts';
import type { Copied } from './copying/copy-check.ts';
import type { LinkAnswer } from './link-answer.ts';

/** `must`: the post does not go out without it, or with the writer's reason. `should`: worth a look. */
export const checkLevels = ['must', 'should'] as const;
export type CheckLevel = (typeof checkLevels)[number];

/** What is known besides the post. */
export type CheckFacts = {
  /** Whether a blog that the post goes to shows a featured image. */
  readonly showsFeaturedImage: boolean;
  /** What addresses answered when the writer asked; one that is not here was not asked. */
  readonly links: Readonly<Record<string, LinkAnswer>>;
  /** What the copy check found in this very document. */
  readonly copied: readonly Copied[];
};

/** What checks look at. */
export type CheckedPost = {
  readonly document: ProseMirrorNode;
  readonly fields: Pick<PostFields, 'excerpt' | 'featuredImage' | 'featuredCredit' | 'featuredAlt'>;
  readonly sources: readonly Source[];
  readonly facts: CheckFacts;
};

/** Where something is to be done. Positions are of the document that was checked. */
export type CheckPlace =
  /** A picture or video: as a whole, or what is written under it. */
  | { readonly kind: 'block'; readonly from: number; readonly to: number; readonly part?: 'caption' | 'credit' }
  /** Words of the text; none (`from` is `to`) where some are missing. */
  | { readonly kind: 'words'; readonly from: number; readonly to: number }
  | { readonly kind: 'source'; readonly source: string }
  /** The list of sources, where one is missing. */
  | { readonly kind: 'sources' }
  | { readonly kind: 'field'; readonly field: 'excerpt' | 'featuredImage' };

/** A place in the text of the post. */
export type TextPlace = Extract<CheckPlace, { readonly kind: 'block' | 'words' }>;

/** What one click changes at the place of a finding; `name` names its words under `checks.fixes`. */
export type CheckFix =
  | { readonly name: 'own-work' }
  | { readonly name: 'decorative' }
  /** Ties a quotation or a citation to a source, which goes by `label`. */
  | { readonly name: 'tie'; readonly source: string; readonly label: string }
  /** Makes a quotation of words, tied to the source that they come from, which goes by `label`. */
  | { readonly name: 'quote'; readonly source: string; readonly label: string }
  /** Takes a citation away; its words stay. */
  | { readonly name: 'unlink' }
  /** Writes other words over a link. */
  | { readonly name: 'relabel'; readonly label: string }
  /** Names the publisher of a source. */
  | { readonly name: 'publisher'; readonly label: string }
  | { readonly name: 'excerpt'; readonly text: string }
  /** Puts the caret into a transcript below a recording, which is made where there is none. */
  | { readonly name: 'transcript' }
  /** Lets the writer choose a picture file for the text. */
  | { readonly name: 'picture' };

/** What a rule says of one place of a post. */
export type RuleFinding = {
  readonly place: CheckPlace;
  /**
   * What it is about, at most 200 characters: the same as long as that is the same thing, wherever it stands. A reason to
   * leave it is kept by it.
   */
  readonly about: string;
  /** Fills the sentence of the rule. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly fix?: CheckFix;
};

/** One thing that is looked at. Its sentence stands under `checks.rules` in `renderer/i18n`, by its id. */
export type CheckRule<Id extends string = string> = {
  readonly id: Id;
  readonly level: CheckLevel;
  /** In the order of the post. Pure; takes any document that the schema allows. */
  readonly find: (post: CheckedPost) => readonly RuleFinding[];
};
