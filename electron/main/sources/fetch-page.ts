import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { Http, HttpAnswer } from '../../../core/publishing/http.ts';
import { failed, ok, type Result, type TroubleCode } from '../../../core/trouble.ts';
import type { FetchedPage } from './read-page.ts';

/** The largest page, in bytes, as it is sent and again when it is unpacked. */
const maxBytes = 10_000_000;

/** Milliseconds for the whole way, redirects included. */
const wholeTime = 20_000;
const redirects = 10;

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const inflateAny: Unpack = async (bytes, options) => {
  // Some servers mean the bare stream, without its header.
  const unpack = ((bytes[0] ?? 0) & 0x0f) === 8 ? promisify(inflate) : promisify(inflateRaw);
  return unpack(bytes, options);
};

const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: inflateAny,
  br: promisify(brotliDecompress),
};

const pageTypes = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;

/** What a status without a page says. */
const troubleOfStatus = (status: number): TroubleCode | null => {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) return 'page/endless';
  if (status === 404) return 'page/not-found';
  if (status === 410) return 'page/gone';
  if (status === 401 || status === 402 || status === 403 || status === 451) return 'page/closed';
  return 'page/server-error';
};

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';

const unpacked = async (answer: HttpAnswer, host: string): Promise<Result<Uint8Array>> => {
  const encodings = (answer.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  const [encoding, another] = encodings;
  if (encoding === undefined) return ok(answer.body);
  const unpack = unpackers[encoding];
  if (!unpack || another !== undefined) {
    return failed('page/unreadable', {
      params: { host },
      detail: `content-encoding ${encodings.join(', ').slice(0, 100)}`,
    });
  }
  try {
    return ok(await unpack(answer.body, { maxOutputLength: maxBytes }));
  } catch (error) {
    if (isTooLong(error)) return failed('page/too-large', { params: { host }, detail: `More than ${maxBytes} bytes` });
    return failed('page/unreadable', { params: { host }, detail: String(error).slice(0, 200) });
  }
};

/**
 * Fetches a page: at most 10 MB, also when unpacked, within 20 seconds, over at most 10 redirects. Where it answers no page, the
 * trouble says what it said instead. `typed`: the writer typed this very address, so it may be on this computer or network.
 */
export const fetchPage = async (
  http: Http,
  { url, typed, signal }: { readonly url: string; readonly typed: boolean; readonly signal: AbortSignal },
): Promise<Result<FetchedPage>> => {
  const answered = await http({
    method: 'GET',
    url,
    headers: {
      // Many sites send nothing to what does not look like a browser.
      'user-agent': 'Mozilla/5.0 (compatible; Rejoinder)',
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
      'accept-language': '*',
      'accept-encoding': 'gzip, deflate, br',
    },
    timeout: wholeTime,
    redirects,
    maxBytes,
    reach: typed ? 'typed' : 'public',
    signal,
  });
  if (signal.aborted) return failed('page/cancelled');
  if (!answered.ok) {
    const { error } = answered;
    return error.code === 'network/too-large' ? { ok: false, error: { ...error, code: 'page/too-large' } } : answered;
  }
  const answer = answered.value;
  const { host } = new URL(answer.url);
  const refused = troubleOfStatus(answer.status);
  if (refused) return failed(refused, { params: { host }, detail: `Status ${answer.status}` });
  const contentType = answer.headers['content-type'] ?? '';
  const looksLikePage =
    contentType === '' && new TextDecoder('latin1').decode(answer.body.subarray(0, 500)).includes('<');
  if (!pageTypes.test(contentType) && !looksLikePage) {
    return failed('page/not-a-page', { params: { host, type: contentType.split(';', 1)[0]?.trim() ?? '' } });
  }
  const bytes = await unpacked(answer, host);
  return bytes.ok ? ok({ bytes: bytes.value, contentType, address: answer.url }) : bytes;
};
