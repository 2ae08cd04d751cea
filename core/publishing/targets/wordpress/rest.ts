import { z } from 'zod';
import { failed, type Trouble, trouble } from '../../../trouble.ts';
import type { ByteSource } from '../../byte-source.ts';
import { plainText } from '../../html-page.ts';
import type { Http, HttpAnswer, HttpRequest } from '../../http.ts';
import type { Connection, Credential } from '../../target.ts';

/** Milliseconds. Picture sizes are computed inside the upload request, so uploads take minutes on small hosts. */
const readTimeout = 30_000;
const writeTimeout = 60_000;
const uploadTimeout = 600_000;

/** What a call is for: the same status means different things to a reader, a writer, an uploader and a new account. */
export type Purpose = 'read' | 'write' | 'upload' | 'sign-in';

export type RestCall<T> = {
  readonly purpose: Purpose;
  readonly method: HttpRequest['method'];
  /** Below the REST root, without a leading slash: `wp/v2/posts/7`. */
  readonly route: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly json?: unknown;
  readonly bytes?: { readonly body: Uint8Array | ByteSource; readonly headers: Readonly<Record<string, string>> };
  readonly answer: z.ZodType<T>;
};

/** A slow line gets a second more for every so many bytes of a large file. */
const bytesPerSecond = 50_000;

const timeoutOf = ({ purpose, bytes }: Pick<RestCall<unknown>, 'purpose' | 'bytes'>): number => {
  const size = bytes && 'size' in bytes.body ? bytes.body.size : 0;
  return timeouts[purpose] + Math.ceil(size / bytesPerSecond) * 1000;
};

/** A parsed answer, with the headers that carry totals. */
export type RestAnswer<T> = { readonly value: T; readonly headers: HttpAnswer['headers'] };

const restErrorSchema = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  message: z.string().default(''),
  data: z
    .looseObject({
      term_id: z.int().optional().catch(undefined),
      /** Refused parameters by name; a status that this account may not ask for hides its own error in here. */
      details: z
        .looseObject({ status: z.object({ code: z.string(), data: z.object({ status: z.int() }) }).optional() })
        .optional()
        .catch(undefined),
    })
    .nullish()
    .catch(null),
});
/** WordPress's own error: `{ code, message, data }`. */
export type RestError = z.infer<typeof restErrorSchema>;

/** A refused call: the trouble for the writer, and the blog's own error for code that knows what to do about it. */
export type Refusal = { readonly ok: false; readonly error: Trouble; readonly rest: RestError | null };
export type RestOutcome<T> = { readonly ok: true; readonly value: RestAnswer<T> } | Refusal;

/** Builds an address below a REST root of either kind: `…/wp-json/` or `…/index.php?rest_route=/`. */
export const restAddress = (root: string, route: string, query: RestCall<unknown>['query'] = {}): string => {
  const url = new URL(root);
  const inQuery = url.searchParams.get('rest_route');
  if (inQuery === null) url.pathname = `${url.pathname.replace(/\/$/, '')}/${route}`;
  else url.searchParams.set('rest_route', `${inQuery.replace(/\/$/, '')}/${route}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
};

/** RFC 7617 with UTF-8, which is what WordPress compares with. */
export const basicAuthorization = ({ username, password }: Credential): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`;

/** The body as JSON; null when it is none, whatever the status said. */
export const jsonOf = (answer: HttpAnswer): unknown => {
  if (!/\bjson\b/i.test(answer.headers['content-type'] ?? '')) return null;
  try {
    return JSON.parse(new TextDecoder().decode(answer.body));
  } catch {
    // Cut short or never JSON: every caller treats both as "no usable answer".
    return null;
  }
};

const byCode: ReadonlyMap<string, Trouble['code']> = new Map(
  Object.entries({
    rest_cannot_publish: 'blog/role-cannot-publish',
    rest_cannot_create: 'blog/role-cannot-write',
    rest_cannot_edit: 'blog/role-cannot-write',
    rest_cannot_edit_others: 'blog/role-cannot-write',
    rest_cannot_delete: 'blog/role-cannot-write',
    rest_forbidden_context: 'blog/role-cannot-write',
    rest_forbidden_status: 'blog/role-cannot-write',
    rest_post_invalid_id: 'publish/gone',
    rest_no_route: 'blog/api-disabled',
    rest_disabled: 'blog/api-disabled',
  }),
);

const byStatus = (status: number, purpose: Purpose, rest: RestError | null): Trouble['code'] => {
  if (status === 401) return purpose === 'sign-in' ? 'blog/wrong-password' : 'blog/signed-out';
  if (purpose === 'upload') {
    const isTooLarge =
      status === 413 || /upload_max_filesize|post_max_size|exceeds the maximum/i.test(rest?.message ?? '');
    if (isTooLarge) return 'publish/upload-too-large';
    if (rest?.code === 'rest_cannot_create') return 'blog/role-cannot-upload';
    // WordPress answers 500 to a file type it does not take; asking again would not help.
    if (rest?.code.startsWith('rest_upload_')) return 'publish/upload-refused';
  }
  const known = rest ? byCode.get(rest.code) : undefined;
  if (known) return known;
  if (status === 403 && rest?.code === 'rest_invalid_param') return 'blog/role-cannot-write';
  if (status === 429 || status === 503) return 'publish/busy';
  if (status >= 500) return 'publish/server-error';
  if (status === 404 || status === 410) return rest ? 'publish/gone' : 'blog/api-disabled';
  if (status === 403)
    return rest && /disabled|rest_api|restricted/.test(rest.code) ? 'blog/api-disabled' : 'publish/refused';
  if (status >= 400) return 'publish/refused';
  return 'publish/unexpected-answer';
};

/** A trouble for an answer that is no success. `unclear` for writes where the work may have been done all the same. */
export const refusalOf = (answer: HttpAnswer, purpose: Purpose): Refusal => {
  const parsed = restErrorSchema.safeParse(jsonOf(answer));
  const rest = parsed.success ? parsed.data : null;
  const forbidden = rest?.data?.details?.status;
  const status = forbidden?.code === 'rest_forbidden_status' ? forbidden.data.status : answer.status;
  const reason = plainText(rest?.message ?? '')
    .trim()
    .slice(0, 300);
  const moved = status >= 300 && status < 400 ? ` to ${answer.headers.location ?? 'nowhere'}` : '';
  const mayBeDone =
    (purpose === 'write' || purpose === 'upload') &&
    (status < 300 || (status >= 500 && !rest?.code.startsWith('rest_')));
  return {
    ok: false,
    error: trouble(byStatus(status, purpose, rest), {
      params: { host: new URL(answer.url).host, reason: reason || `HTTP ${status}`, status },
      detail: `HTTP ${status}${moved} from ${new URL(answer.url).origin}: ${rest ? `${rest.code} ${reason}` : (answer.headers['content-type'] ?? 'no content type')}`,
      ...(mayBeDone ? { unclear: true } : {}),
    }),
    rest,
  };
};

const timeouts: Readonly<Record<Purpose, number>> = {
  read: readTimeout,
  'sign-in': readTimeout,
  write: writeTimeout,
  upload: uploadTimeout,
};

/**
 * One call of the REST API with the connection's credential, which goes to the REST root's own origin and nowhere
 * else: redirects are never followed here. Success is a 2xx whose JSON fits the schema.
 */
export const callRest = async <T>(
  http: Http,
  { site, credential }: Connection,
  call: RestCall<T>,
): Promise<RestOutcome<T>> => {
  const root = site.endpoints.rest;
  if (!root) return { ...failed('blog/not-a-blog', { detail: 'No REST address is stored for this blog' }), rest: null };
  const json = call.json === undefined ? undefined : JSON.stringify(call.json);
  const body = call.bytes?.body ?? json;
  const answered = await http({
    method: call.method,
    url: restAddress(root, call.route, call.query),
    headers: {
      accept: 'application/json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.bytes?.headers,
      ...(credential ? { authorization: basicAuthorization(credential) } : {}),
    },
    ...(body === undefined ? {} : { body }),
    timeout: timeoutOf(call),
    maxBytes: 20_000_000,
  });
  if (!answered.ok) return { ...answered, rest: null };
  const { status, headers } = answered.value;
  if (status < 200 || status >= 300) return refusalOf(answered.value, call.purpose);
  const parsed = call.answer.safeParse(jsonOf(answered.value));
  return parsed.success
    ? { ok: true, value: { value: parsed.data, headers } }
    : refusalOf(answered.value, call.purpose);
};

/** Passes a refusal on as a plain trouble. */
export const asTrouble = ({ error }: { readonly error: Trouble }): { readonly ok: false; readonly error: Trouble } => ({
  ok: false,
  error,
});
