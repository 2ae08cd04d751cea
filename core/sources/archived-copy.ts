import { z } from 'zod';
import { isLocalAddress } from '../publishing/address.ts';
import type { Http } from '../publishing/http.ts';
import { failed, ok, type Result } from '../trouble.ts';
import { parseWebAddress } from './address.ts';

/** The longest address of a copy, in characters: the archive's own with the page's in it. */
const maxAddress = 2200;

const host = 'web.archive.org';

/** Whether this is the address of a copy that the Wayback Machine keeps. */
const isCopy = (address: string): boolean => {
  const url = parseWebAddress(address);
  return url?.host === host && /^\/web\/\d{14}\//.test(url.pathname);
};

/** A copy of a page in the Wayback Machine, to which the published post leads beside the page itself. */
export const archivedCopySchema = z.object({
  url: z.string().max(maxAddress).refine(isCopy),
  /** When the archive took it, in milliseconds UTC. */
  takenAt: z.int().min(0),
});

export type ArchivedCopy = Readonly<z.infer<typeof archivedCopySchema>>;

/**
 * What the availability API answers (https://archive.org/help/wayback_api.php): the copy next to the time that was asked for,
 * or no `closest` at all.
 */
const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z
      .object({ available: z.boolean(), status: z.string(), url: z.string().max(maxAddress), timestamp: z.string() })
      .optional(),
  }),
});

/** The API's way to write a time: year to second in digits, UTC. */
const stampOf = (time: number): string => new Date(time).toISOString().replace(/\D/g, '').slice(0, 14);

const timeOf = (stamp: string): number =>
  Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));

const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
};

type Question = {
  readonly url: string;
  /** The copy next to this time is wanted, in milliseconds UTC; null for the newest. */
  readonly near: number | null;
  readonly signal: AbortSignal;
};

/**
 * Asks the Wayback Machine for its copy of a page: at most 15 seconds. `archive/none` where it has none, also of this computer
 * and private networks, of which it is not asked; `archive/busy` when it wants fewer questions; `archive/no-answer` for an answer
 * that is none; `page/cancelled` and `network/…`.
 */
export const askArchive = async (http: Http, { url, near, signal }: Question): Promise<Result<ArchivedCopy>> => {
  if (isLocalAddress(url)) return failed('archive/none');
  const question = new URLSearchParams({ url, ...(near === null ? {} : { timestamp: stampOf(near) }) });
  const answered = await http({
    method: 'GET',
    url: `https://archive.org/wayback/available?${question}`,
    headers: { accept: 'application/json' },
    timeout: 15_000,
    redirects: 3,
    maxBytes: 100_000,
    reach: 'public',
    signal,
  });
  if (signal.aborted) return failed('page/cancelled');
  if (!answered.ok) return answered;
  const { status, body } = answered.value;
  if (status === 429) return failed('archive/busy', { detail: `Status ${status}` });
  const answer = answerSchema.safeParse(status === 200 ? parsed(body) : null);
  if (!answer.success) return failed('archive/no-answer', { detail: `Status ${status}` });
  const { closest } = answer.data.archived_snapshots;
  // What it keeps of an error is no copy of the page.
  if (!closest?.available || !/^2\d\d$/.test(closest.status)) return failed('archive/none');
  const copy = archivedCopySchema.safeParse({
    url: closest.url.replace(/^http:/, 'https:'),
    takenAt: timeOf(closest.timestamp),
  });
  return copy.success
    ? ok(copy.data)
    : failed('archive/no-answer', { detail: `No copy: ${closest.url.slice(0, 200)}` });
};
