import { z } from 'zod';
import { isLanguageTag } from '../document/language-tag.ts';
import { sha256Schema } from '../document/media.ts';
import { troubleCodes } from '../trouble.ts';
import { parseWebAddress } from './address.ts';
import { archivedCopySchema } from './archived-copy.ts';

/** The longest address of a source, in characters. */
export const maxSourceAddress = 2048;

const isWebOrNothing = (url: string): boolean => url === '' || parseWebAddress(url) !== null;

/** The picture that a page puts first, by its address at the page's site; it is not fetched before the writer asks. */
export const leadPictureSchema = z.object({
  url: z.string().max(maxSourceAddress).refine(isWebOrNothing),
  /** Who made it, in the page's words; empty where the page does not say. */
  credit: z.string().max(500),
  caption: z.string().max(2000),
  alt: z.string().max(2000),
});

export type LeadPicture = Readonly<z.infer<typeof leadPictureSchema>>;

const typedFields = ['url', 'title', 'publisher', 'authors', 'published'] as const;

/** A field of a source that can be in the writer's own words. */
export type TypedField = (typeof typedFields)[number];

/**
 * An article being answered. Citations and quotations in the document refer to it by `id`. What was added to it later has a
 * default, so that sources of older versions, templates and jobs are read as they are.
 */
export const sourceSchema = z.object({
  /** UUID, unique within the post. */
  id: z.uuid(),
  /** The address as the writer gave it; http or https, or empty while it is being typed. */
  url: z.string().max(maxSourceAddress),
  title: z.string().max(500),
  publisher: z.string().max(200),
  /** The address that the page itself gives as its own; empty where it gives none. */
  canonicalUrl: z.string().max(maxSourceAddress).refine(isWebOrNothing).default(''),
  authors: z.array(z.string().min(1).max(200)).max(50).default([]),
  /** When it was published: an ISO 8601 date, or a date and time with its offset; empty when nobody knows. */
  published: z.union([z.literal(''), z.iso.date(), z.iso.datetime({ offset: true })]).default(''),
  /** BCP 47; empty when nobody knows. */
  language: z
    .string()
    .max(35)
    .refine((tag) => tag === '' || isLanguageTag(tag))
    .default(''),
  picture: z.nullable(leadPictureSchema).default(null),
  /** When the page was last read, in milliseconds UTC; null before. */
  readAt: z.int().min(0).nullable().default(null),
  /** The saved article, by the hash of its bytes (`article.ts`); null when none was saved. */
  article: z.nullable(sha256Schema).default(null),
  /** The archived copy that readers are led to beside the page; null without. */
  archive: z.nullable(archivedCopySchema).default(null),
  /** Whether the writer asked for the page and it is still to be read: now, or when the computer is online again. */
  waiting: z.boolean().default(false),
  /** Why the last reading gave nothing; null when it did or was never tried. A code of a newer app counts as none. */
  trouble: z.enum(troubleCodes).nullable().default(null).catch(null),
  /**
   * What is in the writer's own words: reading the page again leaves it alone. With `url` the writer typed the address, so it
   * may lead to this computer or a private network.
   */
  typed: z.array(z.enum(typedFields)).max(10).default([]),
});

export type Source = Readonly<z.infer<typeof sourceSchema>>;

export const sourcesSchema = z.array(sourceSchema).max(200);

/** A source of which only what is given is known. */
export const newSource = ({ id, ...known }: Pick<Source, 'id'> & Partial<Source>): Source => ({
  id,
  url: '',
  title: '',
  publisher: '',
  canonicalUrl: '',
  authors: [],
  published: '',
  language: '',
  picture: null,
  readAt: null,
  article: null,
  archive: null,
  waiting: false,
  trouble: null,
  typed: [],
  ...known,
});
