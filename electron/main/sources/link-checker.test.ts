import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeHttp } from '../http/node-http.ts';
import { makeLinkChecker } from './link-checker.ts';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  const status = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
  if (request.url === '/silent') return;
  if (request.url === '/no-head' && request.method === 'HEAD') response.writeHead(501).end();
  else if (request.url === '/away') response.writeHead(302, { location: '/200' }).end();
  else if (request.url === '/flood') response.end(Buffer.alloc(5_000_000));
  else response.writeHead(status || 200).end();
});

let origin = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const checker = makeLinkChecker(nodeHttp);
const ask = (path: string, local = true, asking: string = crypto.randomUUID()) =>
  checker.ask({ asking, address: `${origin}${path}`, local });

test.each([
  ['/200', 'answers', 200],
  ['/404', 'gone', 404],
  ['/410', 'gone', 410],
  ['/401', 'answers', 401],
  ['/503', 'silent', 503],
  ['/no-head', 'answers', 200],
  ['/away', 'answers', 200],
  ['/flood', 'answers', 200],
])('%s of a real server %s', async (path, state, status) => {
  expect(await ask(path)).toEqual({ ok: true, value: { state, reason: 'status', status } });
});

test('a server that is not there is silent', async () => {
  const closed = { asking: crypto.randomUUID(), address: 'http://127.0.0.1:9/', local: true };
  expect(await checker.ask(closed)).toMatchObject({ ok: true, value: { state: 'silent', reason: 'refused' } });
});

test('this computer is not asked without the writer’s word', async () => {
  const before = asked.length;
  expect(await ask('/200', false)).toMatchObject({ ok: true, value: { state: 'private' } });
  expect(asked).toHaveLength(before);
});

test('all that is asked together is cancelled together', async () => {
  const asking = crypto.randomUUID();
  const answers = Promise.all([ask('/silent', true, asking), ask('/silent', true, asking)]);
  await expect.poll(() => asked.filter((it) => it === 'HEAD /silent').length).toBe(2);
  checker.cancel(asking);
  for (const answer of await answers) expect(answer).toMatchObject({ ok: false, error: { code: 'page/cancelled' } });
  checker.cancel(asking);
});
