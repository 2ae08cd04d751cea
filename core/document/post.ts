import { z } from 'zod';
import { type Source, sourcesSchema } from '../sources/source.ts';
import { isLanguageTag } from './language-tag.ts';

export const postIdSchema = z.uuid().brand<'PostId'>();
/** UUID v4 of a post in the library; it is also the post's identity in the practice blog's feed (`urn:uuid:…`). */
export type PostId = z.infer<typeof postIdSchema>;

/** ProseMirror JSON, whose shape `core/document/schema.ts` checks; nothing else reads it unchecked. */
export type DocumentJson = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly DocumentJson[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
};

/** A document as it is stored: the version of the schema that wrote it, then the document. */
export type StoredDocument = { readonly schemaVersion: number; readonly doc: DocumentJson };

export const storedDocumentSchema = z.object({
  schemaVersion: z.int().min(1),
  doc: z.looseObject({ type: z.string() }),
}) as unknown as z.ZodType<StoredDocument>;

const isTagOrNothing = (tag: string): boolean => tag === '' || isLanguageTag(tag);

/** A language tag (BCP 47) or nothing. */
export const languageSchema = z.string().max(35).refine(isTagOrNothing);

const overrideSchema = z.object({
  /** The id of the check. */
  check: z.string().min(1).max(60),
  /** What it was about: the check speaks up again when that is another. */
  about: z.string().max(200),
  reason: z.string().min(1).max(500),
});

/** How many reasons are kept with a post; more than posts have findings. */
export const maxOverrides = 500;

/** The writer's reason to leave something that a check found as it is. */
export type Override = Readonly<z.infer<typeof overrideSchema>>;

/** Everything of a post that is not its document. All free text; empty means "let the blog decide". */
export const postFieldsSchema = z.object({
  slug: z.string().max(200),
  excerpt: z.string().max(5000),
  tags: z.array(z.string().min(1).max(200)).max(100),
  /** Category names; matched by name without case on each blog. */
  categories: z.array(z.string().min(1).max(200)).max(100),
  /** SHA-256 of the featured image, or null for the first picture of the post. */
  featuredImage: z.string().nullable(),
  /** What a featured image shows, and whose it is, when it stands nowhere in the text; its figure says so otherwise. */
  featuredAlt: z.string().max(1000).default(''),
  featuredCredit: z.string().max(300).default(''),
  /** The author's notes; never published. */
  notes: z.string().max(100_000),
  /** The language it is written in; empty for posts of which nobody said it. */
  // Begun with `z` like every schema: only so the bundler knows that the window can do without it.
  language: z.string().max(35).refine(isTagOrNothing).default(''),
  /** Never published. */
  overrides: z.array(overrideSchema).max(maxOverrides).default([]),
});

export type PostFields = Readonly<z.infer<typeof postFieldsSchema>>;

export const emptyFields: PostFields = {
  slug: '',
  excerpt: '',
  tags: [],
  categories: [],
  featuredImage: null,
  featuredAlt: '',
  featuredCredit: '',
  notes: '',
  language: '',
  overrides: [],
};

export const postStates = ['draft', 'scheduled', 'published'] as const;
export type PostState = (typeof postStates)[number];

/** A post as the library holds it. Times are milliseconds since 1970, UTC. */
export type Post = {
  readonly id: PostId;
  /** Grows by one with every accepted save; a save names the revision it was based on. */
  readonly revision: number;
  /** How many edits have been journaled in all; the next `posts.append` starts here. */
  readonly sequence: number;
  readonly state: PostState;
  readonly trashed: boolean;
  /** The example post of the first run. */
  readonly example: boolean;
  readonly document: StoredDocument;
  readonly fields: PostFields;
  readonly sources: readonly Source[];
  readonly createdAt: number;
  readonly changedAt: number;
};

/** A row of the library list. */
export type PostSummary = {
  readonly id: PostId;
  readonly headline: string;
  /** The first words of the text, at most 200 characters, one line. */
  readonly firstWords: string;
  readonly state: PostState;
  readonly trashed: boolean;
  readonly example: boolean;
  readonly changedAt: number;
  /** When it goes out, for a scheduled post. */
  readonly scheduledAt: number | null;
  /** Names of the blogs it was sent to. */
  readonly blogs: readonly string[];
};

/** What publishing needs of a post, frozen: later edits are not included. */
export type PostSnapshot = {
  readonly postId: PostId;
  readonly revision: number;
  readonly document: StoredDocument;
  readonly fields: PostFields;
  readonly sources: readonly Source[];
};

/** How undo takes an edit: it begins an undo step, goes on with what the edit before it was, undoes one or redoes one. */
export const editKinds = ['new', 'more', 'undo', 'redo'] as const;
export type EditKind = (typeof editKinds)[number];

/** One ProseMirror step with its inverse, as their own `toJSON` gives them. */
export const editSchema = z.object({
  step: z.record(z.string(), z.unknown()),
  inverse: z.record(z.string(), z.unknown()),
  kind: z.enum(editKinds),
});
export type Edit = Readonly<z.infer<typeof editSchema>>;

export { sourcesSchema };
