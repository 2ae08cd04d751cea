import { z } from 'zod';
import type { LinkAnswer } from './checks/link-answer.ts';
import { sha256Schema } from './document/media.ts';
import type { EmbedReading, ListedEmbed } from './embeds/embed-reading.ts';
import { call, none } from './ipc-call.ts';
import { maxAddressLength } from './sources/address.ts';
import type { ArchivedCopy } from './sources/archived-copy.ts';
import type { SavedArticle } from './sources/article.ts';
import type { CopiedPage } from './sources/copied-page.ts';
import type { PageReading } from './sources/page-reading.ts';
import { maxSourceAddress } from './sources/source.ts';

/** The articles that posts answer. */
export const sourceCalls = {
  /**
   * Reads the page of a source: at most 10 MB, within 20 seconds. `typed`: the writer typed this very address, so it may lead
   * to this computer or a private network. `copied`: as the bookmarklet brought it, when `copied` told of that page; nothing is
   * fetched then. `reading` is the id to cancel it by.
   */
  read: call<PageReading>()(
    z.object({
      reading: z.uuid(),
      url: z.url({ protocol: /^https?$/ }).max(maxSourceAddress),
      typed: z.boolean(),
      copied: z.boolean().default(false),
    }),
  ),
  /** The page that the bookmarklet left on the clipboard, kept until it is read; null when there is none. */
  copied: call<Omit<CopiedPage, 'page'> | null>()(none),
  /** That reading answers `page/cancelled`. */
  cancel: call<void>()(z.object({ reading: z.uuid() })),
  /**
   * The copy that the Wayback Machine has of a page, next to when it was read: at most 15 seconds. `archive/…` when there is none.
   */
  findArchived: call<ArchivedCopy>()(
    z.object({
      asking: z.uuid(),
      url: z.url({ protocol: /^https?$/ }).max(maxSourceAddress),
      near: z.int().min(0).nullable(),
    }),
  ),
  cancelArchived: call<void>()(z.object({ asking: z.uuid() })),
  /** What was kept of an article when it was read, proved by its hash. */
  article: call<SavedArticle>()(z.object({ sha256: sha256Schema })),
} as const;

/** Videos and posts of other sites. */
export const embedCalls = {
  /**
   * What the site of an embed says of it: answers of at most 256 kB, within ten seconds each; its still picture comes into the library. `typed`: the writer
   * typed this very address, so its host may be this computer or in a private network. `reading` is the id to cancel it by.
   */
  read: call<EmbedReading>()(
    z.object({ reading: z.uuid(), url: z.url({ protocol: /^https?$/ }).max(maxAddressLength), typed: z.boolean() }),
  ),
  /** That reading answers `page/cancelled`. */
  cancel: call<void>()(z.object({ reading: z.uuid() })),
  /** Whether the public list of oEmbed has an address, read from the list alone; null when it has not. */
  listed: call<ListedEmbed | null>()(z.object({ url: z.url({ protocol: /^https?$/ }).max(maxAddressLength) })),
} as const;

/** The links of posts. */
export const linkCalls = {
  /**
   * Whether the page at an address is there: at most ten seconds. `local`: the writer said that it may lead to this
   * computer or a private network. `asking` is the id to cancel it by, the same for addresses that are asked together.
   */
  ask: call<LinkAnswer>()(
    z.object({
      asking: z.uuid(),
      address: z.url({ protocol: /^https?$/ }).max(maxAddressLength),
      local: z.boolean(),
    }),
  ),
  /** What is still asked answers `page/cancelled`. */
  cancel: call<void>()(z.object({ asking: z.uuid() })),
} as const;
