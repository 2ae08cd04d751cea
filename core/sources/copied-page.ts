import { z } from 'zod';
import { pageKey } from './normalise.ts';
import { maxSourceAddress } from './source.ts';

/** The largest page that is taken from the clipboard, in bytes of UTF-8: as large as one that is fetched. */
export const maxCopiedBytes = 10_000_000;

/** The most of a selection that is offered as a quotation, in characters. */
const maxSelection = 20_000;

/** How far from the start of the clipboard's HTML the mark may stand: systems put a few tags before what was copied. */
const markWithin = 20_000;

const mark = ' data-rejoinder="';

const copiedSchema = z.object({
  version: z.literal(1),
  address: z.url({ protocol: /^https?$/ }).max(maxSourceAddress),
  selection: z.string().max(maxSelection).catch(''),
  page: z.string().min(1).max(maxCopiedBytes),
});

/** What the bookmarklet put on the clipboard: a page as the reader's browser showed it, and what was selected on it. */
export type CopiedPage = { readonly address: string; readonly selection: string; readonly page: string };

const characters: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&amp;': '&',
};

/** An attribute's value as browsers write it ("escaping a string", HTML Standard). */
const attributeValue = (escaped: string): string =>
  escaped.replace(/&(?:quot|lt|gt|nbsp|amp);/g, (name) => characters[name] ?? name);

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/**
 * The page in the clipboard's HTML: a link to it that carries the page in an attribute, so that everywhere else it is pasted as a
 * link. Null for everything else. Any web page can write this: it is as hostile as a page that is fetched.
 */
export const copiedPageIn = (html: string): CopiedPage | null => {
  const at = html.slice(0, markWithin).indexOf(mark);
  if (at < 0) return null;
  const start = at + mark.length;
  const end = html.indexOf('"', start);
  const copied = copiedSchema.safeParse(end < 0 ? null : parsed(attributeValue(html.slice(start, end))));
  if (!copied.success) return null;
  const { address, selection, page } = copied.data;
  if (new TextEncoder().encode(page).length > maxCopiedBytes) return null;
  return { address, selection: selection.trim(), page };
};

/** Whether two addresses are of the same page, whatever a site added to tell its readers apart. */
export const isSamePage = (one: string, other: string): boolean =>
  pageKey(one) !== null && pageKey(one) === pageKey(other);
