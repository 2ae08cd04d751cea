import type { AddedPicture } from '../../../core/document/media.ts';
import { maxPictureBytes } from '../../../core/document/media.ts';
import type { PageWords } from '../../../core/pictures/suggestions.ts';
import type { Http } from '../../../core/publishing/http.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';

type Needs = {
  readonly http: Http;
  readonly add: (name: string, bytes: Uint8Array) => Promise<Result<AddedPicture>>;
  readonly suggest: LibraryClient['media']['suggest'];
};

type Asked = {
  readonly fetching: string;
  readonly url: string;
  readonly typed: boolean;
  readonly page?: PageWords | undefined;
};

/** Milliseconds for the whole way, redirects included. */
const wholeTime = 30_000;
const redirects = 10;

/** What a picture is called in its address; the host where that says nothing. */
const nameIn = (address: string): string => {
  const { pathname, host } = new URL(address);
  const last = pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || host;
  } catch (error) {
    // A percent sign that begins nothing.
    if (error instanceof URIError) return last;
    throw error;
  }
};

const fetchBytes = async (
  http: Http,
  { url, typed }: Pick<Asked, 'url' | 'typed'>,
  signal: AbortSignal,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> => {
  const answered = await http({
    method: 'GET',
    url,
    headers: {
      // Many sites send nothing to what does not look like a browser.
      'user-agent': 'Mozilla/5.0 (compatible; Rejoinder)',
      accept: 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,image/*;q=0.5',
    },
    timeout: wholeTime,
    redirects,
    maxBytes: maxPictureBytes,
    reach: typed ? 'typed' : 'public',
    signal,
  });
  if (signal.aborted) return failed('media/cancelled');
  if (!answered.ok) {
    const { error } = answered;
    return error.code === 'network/too-large'
      ? failed('media/too-large', { params: { name: nameIn(url), limit: maxPictureBytes } })
      : answered;
  }
  const { status, url: address, headers, body } = answered.value;
  const { host } = new URL(address);
  if (status !== 200) return failed('media/none-there', { params: { host }, detail: `Status ${status}` });
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '')) {
    return failed('media/page-there', { params: { host } });
  }
  return ok({ name: nameIn(address), bytes: body });
};

/**
 * Takes in pictures from addresses. Those that the writer typed may be on this computer or network; a redirect to another host may
 * not lead there. Each fetching has an id by which it is cancelled.
 */
export const makePictureFetcher = ({ http, add, suggest }: Needs) => {
  const underWay = new Map<string, AbortController>();
  return {
    /**
     * Fetches one picture of at most 50 MB within 30 seconds. What it is, its bytes say. `media/none-there` and
     * `media/page-there` where the address leads to no picture, `media/cancelled`, `network/…`, and what taking it in answers.
     */
    fetch: async ({ fetching, page, ...asked }: Asked): Promise<Result<AddedPicture>> => {
      const controller = new AbortController();
      underWay.set(fetching, controller);
      try {
        const fetched = await fetchBytes(http, asked, controller.signal);
        const added = fetched.ok ? await add(fetched.value.name, fetched.value.bytes) : fetched;
        if (!added.ok || page === undefined) return added;
        const suggested = await suggest({ sha256: added.value.sha256, page });
        return suggested.ok ? added : suggested;
      } finally {
        underWay.delete(fetching);
      }
    },
    /** Ends a fetching; one that is over is left alone. */
    cancel: (fetching: string): void => underWay.get(fetching)?.abort(),
  };
};
