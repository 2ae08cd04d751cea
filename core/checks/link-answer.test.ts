import { expect, test } from 'vitest';
import type { Http, HttpAnswer, HttpRequest } from '../publishing/http.ts';
import { failed, ok, type Result, type TroubleCode } from '../trouble.ts';
import { askLink } from './link-answer.ts';

type Reply = number | TroubleCode;

const replyWith = (reply: Reply, url: string): Result<HttpAnswer> =>
  typeof reply === 'number' ? ok({ status: reply, url, headers: {}, body: new Uint8Array() }) : failed(reply);

/** A server that answers HEAD and GET like that, and what it was asked. */
const server = (head: Reply, get: Reply = head) => {
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    return replyWith(request.method === 'HEAD' ? head : get, request.url);
  };
  return { requests, http };
};

const ask = (http: Http, local = false, { signal } = new AbortController()) =>
  askLink(http, { address: 'https://port.example/may', local, signal });

test.each([
  [200, 200, 'answers', 200],
  [404, 200, 'answers', 200],
  [405, 404, 'answers', 405],
  [404, 404, 'gone', 404],
  [410, 410, 'gone', 410],
  [403, 403, 'answers', 403],
  [429, 429, 'answers', 429],
  [500, 200, 'answers', 200],
  [500, 503, 'silent', 503],
  [302, 302, 'silent', 302],
  [500, 'network/too-large', 'answers', 200],
  ['network/unknown-host', 200, 'gone', 0],
  ['network/timeout', 'network/timeout', 'silent', 0],
  ['network/timeout', 200, 'answers', 200],
  ['network/tls', 'network/tls', 'silent', 0],
  ['network/private', 200, 'private', 0],
] as const)('HEAD %s and GET %s: the page %s (%s)', async (head, get, state, status) => {
  expect(await ask(server(head, get).http)).toMatchObject({ ok: true, value: { state, status } });
});

test('without a network nothing is said of the page', async () => {
  expect(await ask(server('network/offline').http)).toMatchObject({ ok: false, error: { code: 'network/offline' } });
});

test('both tries together take at most ten seconds, and private networks are asked on the writer’s word only', async () => {
  const { http, requests } = server(500);
  await ask(http);
  await ask(http, true);
  expect(requests.map(({ method, reach }) => `${method} ${reach}`)).toEqual([
    'HEAD public',
    'GET public',
    'HEAD typed',
    'GET typed',
  ]);
  expect((requests[0]?.timeout ?? 0) + (requests[1]?.timeout ?? 0)).toBeLessThanOrEqual(10_000);
});

test('what was cancelled says nothing and asks no more', async () => {
  const controller = new AbortController();
  const { http, requests } = server(500);
  const stopped: Http = (request) => {
    controller.abort();
    return http(request);
  };
  expect(await ask(stopped, false, controller)).toMatchObject({ ok: false, error: { code: 'page/cancelled' } });
  expect(requests).toHaveLength(1);
});

/** A site of videos whose oEmbed answers like that and whose pages are always there. */
const videoSite = (status: number, body: string) => {
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const isOembed = new URL(request.url).pathname.includes('oembed');
    const { url } = request;
    return ok({
      status: isOembed ? status : 200,
      url,
      headers: {},
      body: new TextEncoder().encode(isOembed ? body : ''),
    });
  };
  return { requests, http };
};

test.each([
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 200, '{"title":"x"}', 'answers'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 404, 'Not Found', 'gone'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 400, 'Bad Request', 'gone'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 401, 'Unauthorized', 'closed'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 403, 'Forbidden', 'closed'],
  ['https://vimeo.com/1084537', 403, '', 'closed'],
  ['https://vimeo.com/1084537', 404, '', 'gone'],
  ['https://x.com/harbour/status/1790000000000000000', 410, '', 'gone'],
  // Some sites refuse programs, which says nothing of the post: its page is asked then.
  ['https://www.reddit.com/r/harbour/comments/1abc23/', 403, '', 'answers'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 200, 'Forbidden', 'answers'],
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 503, '', 'answers'],
])('the oEmbed of %s answers %i %j: it %s', async (address, status, body, state) => {
  const { http, requests } = videoSite(status, body);
  const { signal } = new AbortController();
  expect(await askLink(http, { address, local: true, signal })).toMatchObject({ value: { state } });
  expect(requests[0]).toMatchObject({ method: 'GET', reach: 'public' });
  expect(requests.reduce((time, { timeout }) => time + timeout, 0)).toBeLessThanOrEqual(10_000);
});
