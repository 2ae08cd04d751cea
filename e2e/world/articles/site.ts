import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createGzip, gzipSync } from 'node:zlib';
import { png } from '../pictures.ts';
import { articlePages } from './pages.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, origin: string) => void;

const html = { 'content-type': 'text/html; charset=utf-8' };

const say =
  (status: number, body = '<p>No.</p>', headers: Readonly<Record<string, string>> = html): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

/** Sends more than anybody should take, for as long as somebody takes it. */
const flood: Answer = (_, response) => {
  response.writeHead(200, html);
  const part = Buffer.alloc(1_000_000, '<p>more ');
  let left = 200;
  const send = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(part)) {
        response.once('drain', send);
        return;
      }
    }
    response.end();
  };
  send();
};

/** 200 MB of white space in 200 kB. */
const bomb: Answer = (_, response) => {
  response.writeHead(200, { ...html, 'content-encoding': 'gzip' });
  const parts = function* (): Generator<Buffer> {
    for (let part = 0; part < 200; part += 1) yield Buffer.alloc(1_000_000, ' ');
  };
  // It ends early: nobody reads all of it.
  pipeline(Readable.from(parts()), createGzip(), response, () => undefined);
};

const endless: Answer = (request, response) => {
  const at = Number(new URL(request.url ?? '/', 'http://site').searchParams.get('at') ?? '0');
  response.writeHead(302, { location: `/hostile/endless?at=${at + 1}` }).end();
};

const scripted = `<!doctype html><html lang="en"><head><title>Script everywhere</title><script>alert(1)</script></head><body onload="alert(1)"><article><h1>Script everywhere</h1>
<p>A page that tries everything it can think of to run something in the program that reads it, and which is long enough to count as an article of some sort.</p>
<p>It links to <a href="javascript:alert(1)">a script</a>, to <a href="data:text/html,<script>alert(1)</script>">data</a> and to <a href="/fine" onclick="alert(1)">a page of its own</a>, and goes on about it for quite a while.</p>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">hidden</p></noscript><svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>
<iframe srcdoc="<script>alert(1)</script>"></iframe><form action="https://collect.example/"><input name="password"></form><img src="x" onerror="alert(1)">
<p style="background:url(javascript:alert(1))">The last paragraph is as harmless as it looks, and says so in a sentence of a length that no advertisement has.</p></article></body></html>`;

const nodes = (): string =>
  `<!doctype html><title>A million nodes</title><body>${'<b></b>'.repeat(1_000_000)}<p>The end.</p>`;
const nested = (): string => `<!doctype html><title>Nested</title><body>${'<div>'.repeat(300_000)}deep`;

/** Half a megabyte that becomes more than memory holds: every paragraph has all the tags again, with all they say, that were never closed. */
const multiplying = (): string => {
  const said = Array.from({ length: 100 }, (_, at) => `data-${at}`).join(' ');
  const tags = Array.from({ length: 100 }, (_, at) => `<b id=b${at} ${said}>`).join('');
  return `<!doctype html><title>Multiplying</title><body>${tags}${'<p>more'.repeat(60_000)}`;
};

/** Less than a megabyte that keeps its reader busy for minutes: every word could begin the credit of the picture, and none does. */
const slow = (): string =>
  `<!doctype html><title>Slow</title><body><figure><img src="a.jpg"><figcaption>${'photo: '.repeat(100_000)}(</figcaption></figure>`;

const hostile: Readonly<Record<string, Answer>> = {
  '/hostile/flood': flood,
  '/hostile/bomb': bomb,
  '/hostile/endless': endless,
  '/hostile/script': say(200, scripted),
  '/hostile/nodes': (_, response) => void response.writeHead(200, html).end(nodes()),
  '/hostile/nested': (_, response) => void response.writeHead(200, html).end(nested()),
  '/hostile/multiplying': (_, response) => void response.writeHead(200, html).end(multiplying()),
  '/hostile/slow': (_, response) => void response.writeHead(200, html).end(slow()),
  '/hostile/silent': () => undefined,
  '/hostile/file': say(200, '%PDF-1.7', { 'content-type': 'application/pdf' }),
  '/hostile/empty': say(200, '<!doctype html><title>Nothing to read</title><body></body>'),
  '/hostile/broken-gzip': say(200, 'not gzip at all', { ...html, 'content-encoding': 'gzip' }),
  '/status/401': say(401),
  '/status/402': say(402),
  '/status/403': say(403),
  '/status/404': say(404),
  '/status/410': say(410),
  '/status/500': say(500),
};

/** A running article site. `requests` are the paths it was asked for. */
export type ArticleSite = {
  readonly origin: string;
  readonly requests: readonly string[];
  /** What a path answers from now on instead, to play a page that changed: a page, or a status alone; null takes that back. */
  readonly replace: (path: string, answer: string | number | null) => void;
  /** From now on a path does not answer at all. */
  readonly silence: (path: string) => void;
  /** How many requests wait for their answer. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
};

/** Starts the site on a free port of 127.0.0.1, with a picture wherever a page has its first one. Pages are sent packed to whoever takes them so. */
export const startArticleSite = async (): Promise<ArticleSite> => {
  const requests: string[] = [];
  const replaced = new Map<string, Answer>();
  const unanswered = new Set<ServerResponse>();
  const byPath = new Map(articlePages.map((page) => [page.path, page]));
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? '/', origin);
    requests.push(pathname);
    unanswered.add(response);
    response.once('close', () => unanswered.delete(response));
    const other = replaced.get(pathname);
    const page = byPath.get(pathname);
    if (other !== undefined) other(request, response, origin);
    else if (page) {
      const takesPacked = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      const bytes = page.bytes(origin);
      response.writeHead(200, {
        'content-type': page.contentType,
        ...(takesPacked ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(takesPacked ? gzipSync(bytes) : bytes);
    } else if (pathname.endsWith('/lead.jpg')) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(png());
    } else (hostile[pathname] ?? say(404))(request, response, origin);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    replace: (path, answer) => {
      if (answer === null) replaced.delete(path);
      else replaced.set(path, typeof answer === 'number' ? say(answer) : say(200, answer));
    },
    silence: (path) => void replaced.set(path, () => undefined),
    open: () => unanswered.size,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
