import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the proxy does with a request that a rule matches. */
export type Act =
  /** The connection breaks; the server never sees the request. */
  | { readonly do: 'cut-before' }
  /** The server carries it out; the connection breaks before its answer is passed on. */
  | { readonly do: 'cut-after' }
  /** The connection breaks; the server gets the request only when `deliver` is called. */
  | { readonly do: 'hold' }
  /** The client waits for ever; the server carries it out, or never sees it. */
  | { readonly do: 'stall'; readonly carriedOut: boolean }
  /** Forwarded when `until` settles; the client waits that long. */
  | { readonly do: 'delay'; readonly until: Promise<unknown> }
  /** Answered by the proxy itself, before or after the server carried it out. */
  | {
      readonly do: 'answer';
      readonly status: number;
      readonly body?: string;
      readonly type?: string;
      readonly carriedOut?: boolean;
    };

/** Which requests meet an act. `path` is tried on path and query as they were asked for. */
export type Rule = {
  readonly method?: string;
  readonly path?: RegExp;
  /** How many requests it applies to, then it is spent; 1 unless told otherwise. */
  readonly times?: number;
  /** How many requests that match are let through before it applies; 0 unless told otherwise. */
  readonly after?: number;
  readonly act: Act;
};

export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** What a rule did with it; null when it was simply passed on. */
  readonly fault: Act['do'] | null;
  /** The server's status; null while there is none. */
  status: number | null;
};

/** A rule that is in force. `met` settles when it is first applied, and for acts that forward, when the server has answered. */
export type ActiveRule = { readonly met: Promise<RecordedRequest>; readonly remove: () => void };

export type FaultProxy = {
  /** `http://127.0.0.1:PORT`; it stays the same while the proxy lives. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** The newest rule that matches applies. */
  readonly rule: (rule: Rule) => ActiveRule;
  readonly clearRules: () => void;
  /** Sends what was held to the server, in order, and settles when it has answered all of it. */
  readonly deliver: () => Promise<void>;
  /** Refuses connections from now on, and breaks those that are open. */
  readonly down: () => Promise<void>;
  readonly up: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Incoming = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };
type InForce = {
  readonly rule: Rule;
  early: number;
  left: number;
  readonly met: PromiseWithResolvers<RecordedRequest>;
};

const isText = (headers: IncomingHttpHeaders): boolean =>
  /^(text\/|application\/([a-z0-9.+-]*(json|xml)|javascript))/.test(headers['content-type'] ?? '');

/** Headers that belong to one connection, not to the message (RFC 9110 §7.6.1), or that rewriting makes wrong. */
const ofConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding']);

const ask = (upstream: URL, { method, path, headers, body }: Incoming): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const own = { ...headers, host: upstream.host, 'accept-encoding': 'identity', connection: 'close' };
    const asked = request(
      {
        host: upstream.hostname,
        port: upstream.port,
        method,
        path,
        headers: { ...own, 'content-length': body.length },
      },
      (answer: IncomingMessage) => {
        buffer(answer).then(
          (bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

/**
 * Starts a proxy on loopback in front of a server, to cut, hold, delay and answer requests by rule. The server's own
 * address in its answers becomes the proxy's, so that discovery and links lead through the proxy too.
 */
export const startFaultProxy = async (upstreamAddress: string): Promise<FaultProxy> => {
  const upstream = new URL(upstreamAddress);
  const requests: RecordedRequest[] = [];
  const held: { readonly incoming: Incoming; readonly record: RecordedRequest }[] = [];
  let rules: InForce[] = [];
  let own = '';

  const throughProxy = (value: string): string =>
    value
      .replaceAll(upstream.origin, own)
      .replaceAll(upstream.origin.replaceAll('/', '\\/'), own.replaceAll('/', '\\/'))
      .replaceAll(encodeURIComponent(upstream.origin), encodeURIComponent(own));

  const forward = async (incoming: Incoming, record: RecordedRequest): Promise<Answer> => {
    const answer = await ask(upstream, incoming);
    record.status = answer.status;
    return answer;
  };

  const pass = (answer: Answer, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value === undefined || ofConnection.has(name)) continue;
      response.setHeader(name, Array.isArray(value) ? value.map(throughProxy) : throughProxy(value));
    }
    const body = isText(answer.headers) ? Buffer.from(throughProxy(answer.body.toString('utf8'))) : answer.body;
    response.writeHead(answer.status, { 'content-length': body.length }).end(body);
  };

  const find = ({ method, path }: Incoming): InForce | undefined => {
    const matching = rules.filter(
      ({ rule, left }) =>
        left > 0 && (rule.method ?? method) === method && (rule.path === undefined || rule.path.test(path)),
    );
    const found = matching.findLast(({ early }) => early === 0);
    for (const it of matching) it.early = Math.max(0, it.early - 1);
    return found;
  };

  const apply = async (act: Act, incoming: Incoming, record: RecordedRequest, response: ServerResponse) => {
    const cut = (): void => void response.socket?.destroy();
    switch (act.do) {
      case 'cut-before':
        return cut();
      case 'cut-after':
        await forward(incoming, record);
        return cut();
      case 'hold':
        held.push({ incoming, record });
        return cut();
      case 'stall':
        if (act.carriedOut) await forward(incoming, record);
        return;
      case 'delay':
        await act.until;
        return pass(await forward(incoming, record), response);
      case 'answer':
        if (act.carriedOut) await forward(incoming, record);
        response.writeHead(act.status, { 'content-type': act.type ?? 'text/html' }).end(act.body ?? '');
    }
  };

  const handle = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/', headers } = message;
    const incoming: Incoming = { method, path, headers, body: await buffer(message) };
    const found = find(incoming);
    const record: RecordedRequest = {
      method,
      path,
      body: incoming.body.toString('utf8'),
      fault: found?.rule.act.do ?? null,
      status: null,
    };
    requests.push(record);
    if (!found) return pass(await forward(incoming, record), response);
    found.left -= 1;
    await apply(found.rule.act, incoming, record, response);
    found.met.resolve(record);
  };

  const server = createServer((message, response) => {
    // A server that cannot be reached shows to the client as what it is to a proxy: a connection that breaks.
    handle(message, response).catch(() => response.socket?.destroy());
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  const down = (): Promise<void> =>
    new Promise((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });

  await listen(0);
  const { port } = server.address() as AddressInfo;
  own = `http://127.0.0.1:${port}`;

  return {
    url: own,
    requests,
    rule: (rule) => {
      const inForce: InForce = { rule, early: rule.after ?? 0, left: rule.times ?? 1, met: Promise.withResolvers() };
      rules.push(inForce);
      const remove = (): void => {
        rules = rules.filter((it) => it !== inForce);
      };
      return { met: inForce.met.promise, remove };
    },
    clearRules: () => {
      rules = [];
    },
    deliver: async () => {
      for (const { incoming, record } of held.splice(0)) await forward(incoming, record);
    },
    down,
    up: () => (server.listening ? Promise.resolve() : listen(port)),
    close: down,
  };
};
