import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Rejoinder } from '../app.ts';

export type VideoSite = {
  /** Ends without a slash. */
  readonly origin: string;
  /** Paths in the order in which they came. */
  readonly requests: readonly string[];
  /** From now on the film is gone. */
  readonly takeDown: () => void;
  /** The app's requests to TikTok come here from now on, as `/host/path`. */
  readonly standForTikTok: (rejoinder: Rejoinder) => Promise<void>;
  readonly close: () => Promise<void>;
};

const tiktokVideo = 'https://www.tiktok.com/@harbour/video/6718335390845095173';

const still = join(import.meta.dirname, '..', '..', 'electron', 'main', 'media', 'fixtures', 'disc.png');

/**
 * A site of videos on 127.0.0.1: `/film` announces its oEmbed, which gives title, author, size and a still picture; `/plain` is a page without
 * any, `/missing` is none.
 */
export const startVideoSite = async (): Promise<VideoSite> => {
  const requests: string[] = [];
  const picture = await readFile(still);
  let gone = false;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    requests.push(pathname);
    if (pathname === '/missing' || (gone && pathname !== '/still.png')) response.writeHead(404).end();
    else if (pathname === '/vm.tiktok.com/ZMRjsP94a/') {
      response.writeHead(301, { location: `${tiktokVideo}?_t=1` }).end();
    } else if (pathname === '/oembed' || pathname === '/www.tiktok.com/oembed') {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({
          version: '1.0',
          type: 'video',
          title: 'First ship through the breakwater',
          author_name: 'Harbour TV',
          width: 480,
          height: 270,
          thumbnail_url: '/still.png',
          html: '<script>document.title = "taken over"</script>',
        }),
      );
    } else if (pathname === '/still.png') response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    else {
      const link = '<link rel="alternate" type="application/json+oembed" href="/oembed?url=film">';
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<title>x</title>${pathname === '/film' ? link : ''}`);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    takeDown: () => {
      gone = true;
    },
    standForTikTok: (rejoinder) =>
      rejoinder.app.evaluate(
        (_, port) => {
          const https = process.getBuiltinModule('node:https');
          const http = process.getBuiltinModule('node:http');
          const request = https.request.bind(https);
          https.request = ((url: URL, options: object, ...more: []) =>
            url.host.endsWith('.tiktok.com')
              ? http.request(new URL(`/${url.host}${url.pathname}${url.search}`, `http://127.0.0.1:${port}`), {
                  ...options,
                  lookup: undefined,
                  secureContext: undefined,
                } as never)
              : request(url, options, ...more)) as typeof https.request;
        },
        (server.address() as AddressInfo).port,
      ),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
