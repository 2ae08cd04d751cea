import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LinkSite = {
  /** Ends without a slash. */
  readonly origin: string;
  /** Methods and paths in the order in which they came. */
  readonly requests: readonly string[];
  /** From now on `/slow` answers too. */
  readonly hurry: () => void;
  readonly close: () => Promise<void>;
};

/** A site on 127.0.0.1 whose pages are there, but for `/gone`; `/broken` is an error and `/slow` does not answer until told. */
export const startLinkSite = async (): Promise<LinkSite> => {
  const requests: string[] = [];
  let slow = true;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url === '/slow' && slow) return;
    const status = request.url === '/gone' ? 404 : request.url === '/broken' ? 503 : 200;
    response.writeHead(status).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    hurry: () => {
      slow = false;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
