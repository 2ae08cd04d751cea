import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

test.describe('the proxy that breaks connections', () => {
  let server: Server;
  let proxy: FaultProxy;
  let stored: string[];

  test.beforeEach(async () => {
    stored = [];
    server = createServer(async (request, response) => {
      const body = await text(request);
      if (request.method === 'POST') stored.push(body);
      const home = `http://${request.headers.host}`;
      response.writeHead(201, { 'content-type': 'application/json', location: `${home}/1` });
      response.end(JSON.stringify({ home }).replaceAll('/', '\\/'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxy = await startFaultProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  test.afterEach(async () => {
    await proxy.close();
    server.close();
  });

  const post = (body: string) => fetch(`${proxy.url}/posts?x=1`, { method: 'POST', body });

  test('passes on and turns the server’s address into its own', async () => {
    const answer = await post('a');
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`${proxy.url}/1`);
    expect(await answer.json()).toEqual({ home: proxy.url });
    expect(proxy.requests).toMatchObject([{ method: 'POST', path: '/posts?x=1', body: 'a', fault: null, status: 201 }]);
  });

  test('cuts before and after the server carried a request out, once each', async () => {
    proxy.rule({ method: 'POST', path: /^\/posts/, act: { do: 'cut-before' } });
    await expect(post('never')).rejects.toThrow();
    expect(stored).toEqual([]);
    proxy.rule({ act: { do: 'cut-after' } });
    await expect(post('unanswered')).rejects.toThrow();
    expect(stored).toEqual(['unanswered']);
    expect((await post('fine')).status).toBe(201);
  });

  test('holds a request and delivers it later', async () => {
    const { met } = proxy.rule({ act: { do: 'hold' } });
    await expect(post('late')).rejects.toThrow();
    await met;
    await post('early');
    await proxy.deliver();
    expect(stored).toEqual(['early', 'late']);
  });

  test('leaves a client waiting, after so many requests that go through', async () => {
    const { met } = proxy.rule({ method: 'POST', after: 1, act: { do: 'stall', carriedOut: true } });
    expect((await post('through')).status).toBe(201);
    const waiting = post('stored');
    await met;
    expect(stored).toEqual(['through', 'stored']);
    await proxy.down();
    await expect(waiting).rejects.toThrow();
  });

  test('delays, and answers in the server’s place', async () => {
    const gate = Promise.withResolvers<void>();
    proxy.rule({ act: { do: 'delay', until: gate.promise } });
    const waiting = post('slow');
    await expect.poll(() => proxy.requests.length).toBe(1);
    expect(stored).toEqual([]);
    gate.resolve();
    expect((await waiting).status).toBe(201);
    proxy.rule({ times: 2, act: { do: 'answer', status: 502, body: 'Bad Gateway', carriedOut: true } });
    expect((await post('stored')).status).toBe(502);
    expect((await post('stored')).status).toBe(502);
    expect((await post('fine')).status).toBe(201);
    expect(stored).toEqual(['slow', 'stored', 'stored', 'fine']);
  });

  test('is down and up again on the same port', async () => {
    await proxy.down();
    await expect(post('refused')).rejects.toThrow();
    await proxy.up();
    expect((await post('back')).status).toBe(201);
    expect(stored).toEqual(['back']);
  });
});
