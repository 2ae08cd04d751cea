import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Rejoinder } from '../app.ts';

export type Archive = {
  /** What was asked for, as `url timestamp`, in order. */
  readonly asked: readonly string[];
  /** How it answers from now on: with a copy, without one, that it is too busy, or not at all. */
  readonly answer: (how: 'copy' | 'none' | 'busy' | 'silent') => void;
  readonly close: () => Promise<void>;
};

/**
 * An archive on 127.0.0.1 that speaks the availability API of the Wayback Machine (https://archive.org/help/wayback_api.php). The app's
 * requests to archive.org go there from now on, and only those.
 */
export const startArchive = async (rejoinder: Rejoinder): Promise<Archive> => {
  const asked: string[] = [];
  let how: 'copy' | 'none' | 'busy' | 'silent' = 'copy';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://archive');
    const url = searchParams.get('url') ?? '';
    asked.push(`${url} ${searchParams.get('timestamp') ?? ''}`.trim());
    if (how === 'silent') return;
    if (pathname !== '/wayback/available' || how === 'busy') {
      response.writeHead(how === 'busy' ? 429 : 404).end();
      return;
    }
    const timestamp = '20260514044612';
    const closest = {
      status: '200',
      available: true,
      url: `http://web.archive.org/web/${timestamp}/${url}`,
      timestamp,
    };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ url, archived_snapshots: how === 'copy' ? { closest } : {} }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await rejoinder.app.evaluate(
    (_, port) => {
      const https = process.getBuiltinModule('node:https');
      const http = process.getBuiltinModule('node:http');
      const request = https.request.bind(https);
      https.request = ((url: URL, options: object, ...more: []) =>
        url.host === 'archive.org'
          ? http.request(new URL(`${url.pathname}${url.search}`, `http://127.0.0.1:${port}`), {
              ...options,
              lookup: undefined,
              secureContext: undefined,
            } as never)
          : request(url, options, ...more)) as typeof https.request;
    },
    (server.address() as AddressInfo).port,
  );
  return {
    asked,
    answer: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
