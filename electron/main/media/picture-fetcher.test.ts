import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeHttp } from '../http/node-http.ts';
import { localClient, openTestLibrary } from '../library/testing/local-library.ts';
import { temporaryFolder } from '../library/testing/temporary-folder.ts';
import { MediaStore } from './media-store.ts';
import { makePictureFetcher } from './picture-fetcher.ts';

const disc = readFileSync(join(import.meta.dirname, 'fixtures', 'disc.png'));
const fetching = '0f8fad5b-d9cb-469f-a165-70867728950e';

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const fetcher = () => {
  const folder = temporaryFolder();
  const rows = localClient(openTestLibrary(folder)).media;
  const media = new MediaStore(join(folder, 'media'), rows);
  const { suggest } = rows;
  const { fetch, cancel } = makePictureFetcher({
    http: nodeHttp,
    add: (name, bytes) => media.addBytes(name, bytes),
    suggest,
  });
  return { fetch, cancel, rows };
};

test('a picture is taken in by its bytes, under the name in its address, over a redirect', async () => {
  const url = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/pictures/f%C3%AAte.jpg?w=800' }).end();
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(disc);
  });
  const fetched = await fetcher().fetch({ fetching, typed: true, url: `${url}/old` });
  expect(fetched).toMatchObject({ value: { name: 'fête.jpg', type: 'image/png', width: 24, height: 16 } });
});

test.each([
  ['nothing', 404, 'image/png', 'media/none-there'],
  ['a page', 200, 'text/html; charset=utf-8', 'media/page-there'],
  ['a text', 200, 'text/plain', 'media/not-a-picture'],
])('where there is %s it says so', async (what, status, type, code) => {
  const url = await serve((_request, response) => {
    response.writeHead(status, { 'content-type': type }).end(what);
  });
  expect(await fetcher().fetch({ fetching, typed: true, url: `${url}/a.png` })).toMatchObject({ error: { code } });
});

test('a picture without an end is given up at 50 MB', async () => {
  const part = Buffer.alloc(1_000_000);
  const url = await serve((_request, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(part));
    };
    response.on('drain', write);
    write();
  });
  expect(await fetcher().fetch({ fetching, typed: true, url: `${url}/endless.jpg` })).toMatchObject({
    error: { code: 'media/too-large', params: { name: 'endless.jpg' } },
  });
});

test('a fetching that is cancelled says so at once', async () => {
  const pictures = fetcher();
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.write(disc.subarray(0, 20));
    pictures.cancel(fetching);
  });
  expect(await pictures.fetch({ fetching, typed: true, url })).toMatchObject({ error: { code: 'media/cancelled' } });
});

test('a redirect of another host does not lead to this computer', async () => {
  const inside = await serve((_request, response) => void response.end(disc));
  const url = await serve((_request, response) => void response.writeHead(302, { location: inside }).end());
  const outside = url.replace('127.0.0.1', 'localhost');
  expect((await fetcher().fetch({ fetching, typed: true, url: outside })).ok).toBe(false);
});

test('what a page says of its picture is suggested, once, also for a picture that is there already', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end(disc);
  });
  const { fetch, rows } = fetcher();
  const asked = { fetching, typed: true, url: `${url}/lead.png` };
  await fetch(asked);
  const page = { caption: 'The night boat.', credit: 'Reuters', alt: '' };
  const fetched = await fetch({ ...asked, page });
  await fetch({ ...asked, page: { ...page, credit: 'REUTERS', alt: 'x'.repeat(5000) } });
  if (!fetched.ok) throw new Error(fetched.error.code);
  expect(await rows.get({ sha256: fetched.value.sha256 })).toMatchObject({
    value: {
      suggestions: [
        { field: 'caption', text: 'The night boat.', from: 'page' },
        { field: 'credit', text: 'Reuters', from: 'page' },
      ],
    },
  });
});

test('an address that nobody typed does not lead to this computer', async () => {
  const url = await serve((_request, response) => void response.end(disc));
  expect(await fetcher().fetch({ fetching, typed: false, url })).toMatchObject({ error: { code: 'network/private' } });
});
