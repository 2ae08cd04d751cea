import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type VideoSite = {
  /** Ends without a slash. */
  readonly origin: string;
  /** Paths in the order in which they came. */
  readonly requests: readonly string[];
  /** From now on the film is gone. */
  readonly takeDown: () => void;
  readonly close: () => Promise<void>;
};

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
    else if (pathname === '/oembed') {
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
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
