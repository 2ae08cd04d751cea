import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy on this computer through which the engine's own requests are made. It notes them and lets none out. */
export type LoggingProxy = {
  /** What Electron is started with. */
  readonly args: readonly string[];
  /** Whom was asked for what: "CONNECT host:443" for what is encrypted, "GET http://…" for what is not. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
};

/** Starts one; `answer` gives the body of an address, null for what is not found. */
export const loggingProxy = async (answer: (address: string) => Buffer | null = () => null): Promise<LoggingProxy> => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = String(request.url);
    asked.push(`${request.method} ${address}`);
    const body = answer(address);
    response.writeHead(body === null ? 404 : 200).end(body);
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=127.0.0.1:${port}`],
    asked,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
