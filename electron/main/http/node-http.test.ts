import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../core/publishing/http.ts';
import type { Trouble } from '../../../core/trouble.ts';
import { nodeHttp } from './node-http.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

const listen = async (server: Server): Promise<string> => {
  servers.push(server);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const serve = (listener: RequestListener): Promise<string> => listen(createHttpServer(listener));
/** A server that speaks no HTTP: it does what it wants with the bytes. */
const serveBytes = (onConnection: (socket: Socket) => void): Promise<string> => listen(createServer(onConnection));

const ask = (url: string, more: Partial<HttpRequest> = {}) =>
  nodeHttp({ method: 'GET', url, timeout: 10_000, ...more });

const answerOf = async (url: string, more: Partial<HttpRequest> = {}) => {
  const result = await ask(url, more);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return { ...result.value, text: new TextDecoder().decode(result.value.body) };
};

const troubleOf = async (url: string, more: Partial<HttpRequest> = {}): Promise<Trouble> => {
  const result = await ask(url, more);
  if (result.ok) throw new Error(`It was answered with ${result.value.status}`);
  return result.error;
};

describe('a request', () => {
  it('sends method, headers and bytes as they are, and reports any status as an answer', async () => {
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(418, { 'X-Two': ['a', 'b'], 'Content-Type': 'text/plain' });
        response.end(`${request.method} ${request.headers['x-mine']} ${Buffer.concat(chunks).toString('hex')}`);
      });
    });
    const body = new Uint8Array([0, 255, 10]);
    const answer = await answerOf(url, { method: 'PUT', body, headers: { 'X-Mine': 'yes' } });
    expect(answer).toMatchObject({ status: 418, text: 'PUT yes 00ff0a' });
    expect(answer.headers).toMatchObject({ 'x-two': 'a, b', 'content-type': 'text/plain' });
  });

  it('sends what is read as it is sent with its length, a part at a time', async () => {
    const url = await serve(async (request, response) => {
      let size = 0;
      for await (const chunk of request) size += chunk.length;
      response.end(`${request.headers['content-length']} ${request.headers['transfer-encoding']} ${size}`);
    });
    const part = new Uint8Array(100_000);
    let reads = 0;
    const body = {
      size: 30 * part.length,
      read: async function* () {
        for (let index = 0; index < 30; index += 1) {
          reads += 1;
          yield part;
        }
      },
    };
    expect(await answerOf(url, { method: 'POST', body })).toMatchObject({ text: '3000000 undefined 3000000' });
    expect(reads).toBe(30);
  });

  it('is answered before all was read, and is unclear when reading fails on the way', async () => {
    const body = (fails: boolean) => ({
      size: 50_000_000,
      read: async function* () {
        for (let index = 0; index < 50; index += 1) {
          if (fails && index === 3) throw Object.assign(new Error('read'), { code: 'EIO' });
          yield new Uint8Array(1_000_000);
        }
      },
    });
    const refusing = await serve((_request, response) => response.writeHead(413).end('Too large'));
    expect((await answerOf(refusing, { method: 'POST', body: body(false) })).status).toBe(413);
    const reading = await serve((request) => void request.resume());
    expect(await troubleOf(reading, { method: 'POST', body: body(true) })).toMatchObject({ unclear: true });
  });

  it('sends text as UTF-8', async () => {
    const url = await serve((request, response) => request.pipe(response));
    expect((await answerOf(url, { method: 'POST', body: 'é日本' })).text).toBe('é日本');
  });

  it('reads no more than it may', async () => {
    const url = await serve((_, response) => {
      response.on('error', () => undefined);
      response.end('x'.repeat(200_000));
    });
    expect(await troubleOf(url, { maxBytes: 1000 })).toMatchObject({ code: 'network/too-large' });
    expect((await answerOf(url, { maxBytes: 200_000 })).body.byteLength).toBe(200_000);
  });
});

describe('redirects', () => {
  const hops = () =>
    serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left > 0) response.writeHead(302, { Location: `/${left - 1}` }).end();
      else response.end(`${request.method} ${request.headers.authorization ?? 'nobody'}`);
    });

  it('are followed by reads as often as asked, and the last address is told', async () => {
    const url = await hops();
    expect(await answerOf(`${url}/3`, { redirects: 5 })).toMatchObject({ status: 200, url: `${url}/0` });
    expect(await answerOf(`${url}/3`, { redirects: 2 })).toMatchObject({ status: 302, url: `${url}/1` });
    expect(await answerOf(`${url}/1`)).toMatchObject({ status: 302 });
  });

  it('are never followed by writes', async () => {
    const url = await hops();
    expect(await answerOf(`${url}/1`, { method: 'POST', body: 'x', redirects: 5 })).toMatchObject({ status: 302 });
  });

  it('do not carry the credential to another host', async () => {
    const other = await serve((request, response) => response.end(request.headers.authorization ?? 'nobody'));
    const url = await serve((_, response) => response.writeHead(302, { Location: other }).end());
    const answer = await answerOf(url, { redirects: 1, headers: { authorization: 'Basic secret' } });
    expect(answer.text).toBe('nobody');
    const own = await hops();
    expect((await answerOf(`${own}/1`, { redirects: 1, headers: { authorization: 'x' } })).text).toBe('GET x');
  });

  it('lead nowhere but to the web', async () => {
    const url = await serve((_, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end());
    expect(await answerOf(url, { redirects: 3 })).toMatchObject({ status: 302 });
  });
});

describe('a trouble of a write', () => {
  const write = { method: 'POST', body: 'a post' } as const;

  it('is certain when nobody listened', async () => {
    const url = await serve(() => undefined);
    await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))));
    const trouble = await troubleOf(url, write);
    expect(trouble).toMatchObject({ code: 'network/refused' });
    expect(trouble.unclear).toBeUndefined();
  });

  it('is certain when there is no such host', async () => {
    const trouble = await troubleOf('http://nobody.invalid/', write);
    // Where names are asked of a server that does not answer, it takes too long.
    expect(['network/unknown-host', 'network/offline', 'network/timeout']).toContain(trouble.code);
    expect(trouble.unclear).toBeUndefined();
  });

  it('is certain when no safe connection came about', async () => {
    const url = await serveBytes((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    const trouble = await troubleOf(url.replace('http:', 'https:'), write);
    expect(trouble.code).toMatch(/^network\/(tls|failed)$/);
    expect(trouble.unclear).toBeUndefined();
  });

  it('is certain when the host shows a certificate that nobody vouches for', async () => {
    const pem = readFileSync(new URL('fixtures/self-signed-localhost.pem', import.meta.url));
    const url = await listen(createSecureServer({ key: pem, cert: pem }, (_, response) => response.end('secret')));
    const trouble = await troubleOf(url.replace('http:', 'https:'), write);
    expect(trouble.code).toBe('network/tls');
    expect(trouble.unclear).toBeUndefined();
  });

  it.each<[string, (socket: Socket) => void]>([
    ['the connection broke', (socket) => socket.once('data', () => socket.destroy())],
    [
      'the answer broke off',
      (socket) => socket.once('data', () => socket.end('HTTP/1.1 201 Created\r\nContent-Length: 90\r\n\r\n{"id"')),
    ],
    ['the answer was no HTTP', (socket) => socket.once('data', () => socket.end('hello\r\n\r\n'))],
  ])('is unclear when %s', async (_, behave) => {
    expect(await troubleOf(await serveBytes(behave), write)).toMatchObject({ code: 'network/failed', unclear: true });
  });

  it('is unclear when no answer came in time, and a read is never unclear', async () => {
    const url = await serveBytes(() => undefined);
    // Long enough to be connected on the busiest machine.
    expect(await troubleOf(url, { ...write, timeout: 2000 })).toMatchObject({ code: 'network/timeout', unclear: true });
    expect((await troubleOf(url, { timeout: 100 })).unclear).toBeUndefined();
  });

  it('is unclear when it was cancelled on its way, and certain when it never set out', async () => {
    const cancel = new AbortController();
    const url = await serveBytes((socket) => socket.once('data', () => cancel.abort()));
    expect(await troubleOf(url, { ...write, signal: cancel.signal })).toMatchObject({ unclear: true });
    expect((await troubleOf(url, { ...write, signal: cancel.signal })).unclear).toBeUndefined();
  });
});
