import { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import * as tls from 'node:tls';
import { isLocalAddress } from '../../../core/publishing/address.ts';
import type { ByteSource } from '../../../core/publishing/byte-source.ts';
import type { Http, HttpAnswer, HttpRequest } from '../../../core/publishing/http.ts';
import { failed, ok, type Result, type Trouble } from '../../../core/trouble.ts';
import { troubleOf } from './trouble-of.ts';

const defaultMaxBytes = 5_000_000;
const reads: ReadonlySet<HttpRequest['method']> = new Set(['GET', 'HEAD', 'OPTIONS']);

const privateRanges = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateRanges.addSubnet(net, bits, 'ipv4');
}
privateRanges.addAddress('::1', 'ipv6');
privateRanges.addSubnet('fc00::', 7, 'ipv6');
privateRanges.addSubnet('fe80::', 10, 'ipv6');

const isPrivate = (address: string): boolean => privateRanges.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** Refuses names that turn out to be this computer or its network: a redirect must not lead a stranger's page there. */
const publicLookup: LookupFunction = (hostname, options, callback) =>
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) callback(error ?? new Error(`No address for ${hostname}`), [], 0);
    else if (addresses.some(({ address }) => isPrivate(address))) {
      callback(Object.assign(new Error(`${hostname} is in a private network`), { code: 'EPRIVATE' }), [], 0);
    } else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });

/** Node 22.15 and later. */
type WithSystemCertificates = { readonly getCACertificates?: (type: 'system') => string[] };

let trusted: tls.SecureContext | undefined;
/** Mozilla's roots and the system's own, read once; undefined (Mozilla's only) where the runtime cannot read the system's. */
const trust = (): tls.SecureContext | undefined => {
  const { getCACertificates } = tls as WithSystemCertificates;
  if (getCACertificates)
    trusted ??= tls.createSecureContext({ ca: [...tls.rootCertificates, ...getCACertificates('system')] });
  return trusted;
};

const plainHeaders = (headers: IncomingHttpHeaders): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

type Hop = {
  readonly request: HttpRequest;
  readonly url: URL;
  readonly publicOnly: boolean;
  readonly deadline: number;
};

const isSource = (body: HttpRequest['body']): body is ByteSource =>
  typeof body === 'object' && !(body instanceof Uint8Array);

const sizeOf = (body: NonNullable<HttpRequest['body']>): number =>
  isSource(body) ? body.size : Buffer.byteLength(body);

const open = ({ request, url, publicOnly }: Hop): ClientRequest => {
  const { body } = request;
  const size = body === undefined ? undefined : sizeOf(body);
  const options = {
    method: request.method,
    headers: {
      'user-agent': 'Rejoinder',
      'accept-encoding': 'identity',
      ...request.headers,
      ...(size === undefined ? {} : { 'content-length': String(size) }),
    },
    // One connection per request: on a reused one a reset says nothing about what the server has read.
    agent: false,
    ...(publicOnly ? { lookup: publicLookup } : {}),
  } as const;
  const secureContext = url.protocol === 'https:' ? trust() : undefined;
  const outgoing =
    url.protocol === 'https:'
      ? secureRequest(url, { ...options, ...(secureContext ? { secureContext } : {}) })
      : plainRequest(url, options);
  if (isSource(body)) {
    // What fails while it is read ends the request, which tells it.
    pipeline(Readable.from(body.read(), { objectMode: false }), outgoing, () => undefined);
  } else outgoing.end(body);
  return outgoing;
};

/** One request without redirects. */
const exchange = (hop: Hop): Promise<Result<HttpAnswer>> =>
  new Promise((resolve) => {
    const { request, url, deadline } = hop;
    const isWrite = !reads.has(request.method);
    // From here on the server may have read something of the request.
    let reached = false;
    const outgoing = open(hop);
    const finish = (result: Result<HttpAnswer>): void => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', abort);
      resolve(result);
      outgoing.destroy();
    };
    const fail = (error: Trouble): void => {
      finish({ ok: false, error: { ...error, ...(isWrite && reached ? { unclear: true } : {}) } });
    };
    const host = url.host;
    const abort = (): void => fail({ code: 'network/failed', params: { host }, detail: 'Cancelled' });
    const timer = setTimeout(
      () => fail({ code: 'network/timeout', params: { host }, detail: `No whole answer within ${request.timeout} ms` }),
      Math.max(0, deadline - Date.now()),
    );
    request.signal?.addEventListener('abort', abort);
    outgoing.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
        reached = true;
      });
    });
    outgoing.on('error', (error) => fail(troubleOf(error, host)));
    outgoing.on('response', (response) => collect(response, request.maxBytes ?? defaultMaxBytes, url, finish, fail));
    if (request.signal?.aborted) abort();
  });

const collect = (
  response: IncomingMessage,
  maxBytes: number,
  url: URL,
  finish: (result: Result<HttpAnswer>) => void,
  fail: (error: Trouble) => void,
): void => {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size > maxBytes) {
      fail({
        code: 'network/too-large',
        params: { host: url.host, limit: maxBytes },
        detail: `More than ${maxBytes} bytes`,
      });
    }
  });
  response.on('error', (error) => fail(troubleOf(error, url.host)));
  response.on('end', () => {
    if (!response.complete)
      fail({ code: 'network/failed', params: { host: url.host }, detail: 'The answer was cut short' });
    else {
      finish(
        ok({
          status: response.statusCode ?? 0,
          url: url.href,
          headers: plainHeaders(response.headers),
          body: new Uint8Array(Buffer.concat(chunks)),
        }),
      );
    }
  });
};

const redirectOf = (answer: HttpAnswer): URL | null => {
  const { location } = answer.headers;
  if (![301, 302, 303, 307, 308].includes(answer.status) || !location || !URL.canParse(location, answer.url))
    return null;
  const next = new URL(location, answer.url);
  return next.protocol === 'http:' || next.protocol === 'https:' ? next : null;
};

/** A stranger's host gets neither the credential nor anything else that was meant for the first one. */
const forHost = (request: HttpRequest, from: URL, to: URL): HttpRequest => {
  if (from.origin === to.origin) return request;
  const headers = Object.fromEntries(
    Object.entries(request.headers ?? {}).filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
  );
  return { ...request, headers };
};

/** Whether a redirect must not lead to this computer or a private network. */
const isPublicOnly = ({ reach }: HttpRequest, first: URL, next: URL): boolean => {
  if (reach === 'public') return true;
  return next.hostname !== first.hostname && (reach === 'typed' || !isLocalAddress(first.href));
};

const isPrivateNumber = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) !== 0 && isPrivate(host);
};

/** `Http` over Node's own client. Why not Chromium's: docs/decisions/http-over-node.md. */
export const nodeHttp: Http = async (request) => {
  if (!URL.canParse(request.url))
    return failed('blog/not-an-address', { params: { address: request.url.slice(0, 200) } });
  const first = new URL(request.url);
  const deadline = Date.now() + request.timeout;
  const follow = reads.has(request.method) ? (request.redirects ?? 0) : 0;
  let hop: Hop = { request, url: first, publicOnly: request.reach === 'public', deadline };
  for (let left = follow; ; left -= 1) {
    // A name is looked at when it is resolved; a number is not.
    if (hop.publicOnly && isPrivateNumber(hop.url))
      return failed('network/private', { params: { host: hop.url.host } });
    const answered = await exchange(hop);
    const next = answered.ok && left > 0 ? redirectOf(answered.value) : null;
    if (!next) return answered;
    hop = {
      request: forHost(request, first, next),
      url: next,
      publicOnly: isPublicOnly(request, first, next),
      deadline,
    };
  }
};
