import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { isState, type OpenReturnPath } from './return-path.ts';

/** Nothing of the address leaves the page: no referrer, no cache, nothing loaded. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

/** The window's paper and ink, in what every browser has. */
const style = `
:root { color-scheme: light dark; background: #fbfaf7; color: #23211d; font: 16px/1.6 system-ui, sans-serif }
body { max-width: 32rem; margin: 20vh auto 0; padding: 0 2rem }
h1 { font: 640 1.75rem/1.2 Georgia, serif; margin: 0 0 .5rem }
p { margin: 0; opacity: .8 }
@media (prefers-color-scheme: dark) { :root { background: #1b1a18; color: #e9e5dd } }`;

const page = (title: string, text: string): string =>
  toHtml([
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [h('meta', { charset: 'utf-8' }), h('title', title), h('style', style)]),
      h('body', [h('h1', title), h('p', text)]),
    ]),
  ]);

const signedIn = page('Back to Rejoinder', 'The answer has arrived. You can close this page and go back to Rejoinder.');
const unexpected = page('Nothing to do here', 'Rejoinder is not waiting for this address. You can close this page.');

/**
 * A way back over a listener on 127.0.0.1, for an app that the system does not know as the owner of a scheme. The
 * password comes in the address, so the answer sends the browser on at once to an address without it: it stays
 * neither in the address bar nor in the history. The listener closes when that page is out.
 */
export const openLoopbackReturn: OpenReturnPath = async (target, state) => {
  const arrived = Promise.withResolvers<URL>();
  let used = false;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isOurs = request.method === 'GET' && request.headers.host === host;
    if (isOurs && used && url.pathname === '/signed-in') {
      response.once('close', () => server.close());
      return send(response, 200, signedIn);
    }
    if (isOurs && !used && url.pathname === path && isState(url.searchParams.get('state'), state)) {
      used = true;
      arrived.resolve(url);
      return send(response, 303, '', { location: '/signed-in' });
    }
    send(response, 404, unexpected);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const path = `/sign-in/${target}`;
  return {
    address: `http://${host}${path}?state=${encodeURIComponent(state)}`,
    arrival: arrived.promise,
    close: () => {
      // A browser that was answered still has to fetch the page it was sent to.
      if (!used) server.close();
      server.unref();
    },
  };
};

const send = (response: ServerResponse, status: number, body: string, more: Record<string, string> = {}): void => {
  response.writeHead(status, { ...headers, ...more }).end(body);
};
