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
