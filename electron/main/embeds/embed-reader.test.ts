import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Http } from '../../../core/publishing/http.ts';
import { nodeHttp } from '../http/node-http.ts';
import { localClient, openTestLibrary } from '../library/testing/local-library.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { MediaStore } from '../media/media-store.ts';
import { makeEmbedReader } from './embed-reader.ts';

const disc = readFileSync(join(import.meta.dirname, '..', 'media', 'fixtures', 'disc.png'));
const reading = '0f8fad5b-d9cb-469f-a165-70867728950e';

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const reader = (http: Http = nodeHttp) => {
  const folder = temporaryFolder();
  const media = new MediaStore(join(folder, 'media'), localClient(openTestLibrary(folder)).media);
  return makeEmbedReader({ http, add: (name, bytes) => media.addBytes(name, bytes) });
};

const page = '<title>x</title><link rel="alternate" type="application/json+oembed" href="/oembed?url=film">';
const answer = {
  type: 'video',
  title: 'A film',
  author_name: 'Harbour TV',
  width: 480,
  height: 270,
  thumbnail_url: '/still.png',
};

test('a page announces its oEmbed, which gives title, author, size and the still picture', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/film') response.end(page);
    else if (request.url?.startsWith('/oembed?')) response.end(JSON.stringify(answer));
    else response.end(disc);
  });
  const read = await reader().read({ reading, url: `${url}/film`, typed: true });
  expect(read).toEqual({
    ok: true,
    value: {
      title: 'A film',
      author: 'Harbour TV',
      size: { width: 480, height: 270 },
      thumbnail: expect.stringMatching(/^[0-9a-f]{64}$/),
      leadsTo: null,
    },
  });
});

test('without a still picture that can be had the rest is there', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/film') response.end(page);
    else if (request.url?.startsWith('/oembed?')) response.end(JSON.stringify(answer));
    else response.writeHead(404).end();
  });
  expect(await reader().read({ reading, url: `${url}/film`, typed: true })).toMatchObject({
    value: { title: 'A film', thumbnail: null },
  });
});

test('this computer is not asked unless the writer typed the address, nor where a page leads elsewhere on it', async () => {
  const asked: string[] = [];
  const other = await serve((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  const url = await serve((_request, response) => {
    response.end(`<link rel="alternate" type="application/json+oembed" href="${other}/oembed">`);
  });
  const read = reader().read;
  expect(await read({ reading, url: `${url}/film`, typed: false })).toMatchObject({
    error: { code: 'network/private' },
  });
  expect(await read({ reading, url: `${url}/film`, typed: true })).toMatchObject({
    error: { code: 'network/private' },
  });
  expect(asked).toEqual([]);
});

test.each([
  [404, 'page/not-found'],
  [410, 'page/gone'],
  [403, 'page/closed'],
  [500, 'page/server-error'],
] as const)('a site that answers %i says %s', async (status, code) => {
  const url = await serve((_request, response) => {
    response.writeHead(status).end();
  });
  expect(await reader().read({ reading, url: `${url}/film`, typed: true })).toMatchObject({ error: { code } });
});

test('a page without oEmbed says nothing, and so does an answer that is none', async () => {
  const url = await serve((request, response) => {
    response.end(request.url === '/film' ? page : 'Forbidden');
  });
  const read = reader().read;
  expect(await read({ reading, url: `${url}/film`, typed: true })).toMatchObject({ error: { code: 'embed/silent' } });
  expect(await read({ reading, url: `${url}/other`, typed: true })).toMatchObject({ error: { code: 'embed/silent' } });
});

test('an answer larger than 256 kB is not read to its end', async () => {
  const url = await serve((_request, response) => {
    response.end('x'.repeat(300_000));
  });
  expect(await reader().read({ reading, url: `${url}/film`, typed: true })).toMatchObject({
    error: { code: 'network/too-large' },
  });
});

test('sites of the table are asked at their own endpoint, and those without one not at all', async () => {
  const asked: string[] = [];
  const http: Http = ({ url }) => {
    asked.push(url);
    return Promise.resolve({
      ok: true,
      value: { status: 200, url, headers: {}, body: new TextEncoder().encode('{"title":"A film"}') },
    });
  };
  const { read } = reader(http);
  expect(await read({ reading, url: 'https://vimeo.com/1084537', typed: false })).toMatchObject({
    value: { title: 'A film' },
  });
  expect(await read({ reading, url: 'https://t.me/harbour_news/1234', typed: false })).toMatchObject({
    error: { code: 'embed/silent' },
  });
  expect(asked).toEqual(['https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F1084537&format=json']);
});

test('a reading that is cancelled ends', async () => {
  let ask: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const url = await serve(() => ask());
  const { read, cancel } = reader();
  const read1 = read({ reading, url: `${url}/film`, typed: true });
  await isAsked;
  cancel(reading);
  expect(await read1).toMatchObject({ error: { code: 'page/cancelled' } });
});

/** Answers from a table of addresses; whatever is not in it is 404. Notes what was asked. */
const hosts = (answers: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const http: Http = ({ url }) => {
    asked.push(url);
    const answer = answers[url];
    const sends = answer?.startsWith('→ ') ?? false;
    return Promise.resolve({
      ok: true,
      value: {
        status: answer === undefined ? 404 : sends ? 301 : 200,
        url,
        headers: sends ? { location: answer?.slice(2) ?? '' } : {},
        body: new TextEncoder().encode(sends ? '' : answer),
      },
    });
  };
  return { http, asked };
};

const tiktok = 'https://www.tiktok.com/@scout2015/video/6718335390845095173';
const tiktokOembed = `https://www.tiktok.com/oembed?url=${encodeURIComponent(tiktok)}&format=json`;

test('a short link is followed by its redirects alone, and what it leads to is asked', async () => {
  const { http, asked } = hosts({
    'https://vm.tiktok.com/ZMRjsP94a/': '→ https://www.tiktok.com/t/ZTRjsP94a/',
    'https://www.tiktok.com/t/ZTRjsP94a/': `→ ${tiktok}?_t=1&_r=1`,
    [tiktokOembed]: '{"title":"Scramble up ur name","author_name":"Scout"}',
  });
  expect(await reader(http).read({ reading, url: 'https://vm.tiktok.com/ZMRjsP94a/', typed: false })).toMatchObject({
    value: { title: 'Scramble up ur name', author: 'Scout', leadsTo: { url: tiktok, start: 0 } },
  });
  expect(asked).toEqual(['https://vm.tiktok.com/ZMRjsP94a/', 'https://www.tiktok.com/t/ZTRjsP94a/', tiktokOembed]);
});

test('where a short link leads is told even when its site says nothing of it', async () => {
  const { http } = hosts({ 'https://vm.tiktok.com/ZMRjsP94a/': `→ ${tiktok}` });
  expect(await reader(http).read({ reading, url: 'https://vm.tiktok.com/ZMRjsP94a/', typed: false })).toEqual({
    ok: true,
    value: { title: '', author: '', size: null, thumbnail: null, leadsTo: { url: tiktok, start: 0 } },
  });
});

test.each([
  ['to nothing that can be shown', '→ https://evil.example/ferries', 'page/not-found'],
  ['to no web page', '→ javascript:alert(1)', 'embed/silent'],
  ['round in a circle', '→ https://vm.tiktok.com/ZMRjsP94a/', 'embed/silent'],
  ['nowhere', '<script>location = "https://evil.example/"</script>', 'embed/silent'],
])('a short link that leads %s stays as it is', async (_what, answer, code) => {
  const { http, asked } = hosts({ 'https://vm.tiktok.com/ZMRjsP94a/': answer });
  const read = await reader(http).read({ reading, url: 'https://vm.tiktok.com/ZMRjsP94a/', typed: false });
  expect(read).toMatchObject({ ok: false, error: { code } });
  expect(asked.length).toBeLessThanOrEqual(5);
});
