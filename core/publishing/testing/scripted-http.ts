import { failed, ok, type Trouble } from '../../trouble.ts';
import type { Http, HttpRequest } from '../http.ts';

/** What a scripted server says; a trouble stands for no answer at all. */
export type ScriptedAnswer =
  | Trouble
  | {
      readonly status?: number;
      /** Another address than the one asked for: where redirects ended. */
      readonly url?: string;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | object;
    };

/** An `Http` that answers by address, without query, and remembers what was asked. Everything else is refused. */
export type ScriptedHttp = { readonly http: Http; readonly requests: readonly HttpRequest[] };

/**
 * Answers recorded or written by hand, for what a well-behaved server never says. Keys are `METHOD address`; the value
 * may depend on the request. For addresses in `?rest_route=` style, the route is part of the key.
 */
export const scriptedHttp = (
  script: Readonly<Record<string, ScriptedAnswer | ((request: HttpRequest) => ScriptedAnswer)>>,
): ScriptedHttp => {
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const url = new URL(request.url);
    const route = url.searchParams.get('rest_route');
    const entry = script[`${request.method} ${url.origin}${url.pathname}${route ? `?rest_route=${route}` : ''}`];
    if (!entry)
      return failed('network/refused', { params: { host: url.host }, detail: `Nobody answers ${request.url}` });
    const answer = typeof entry === 'function' ? entry(request) : entry;
    if ('code' in answer) return { ok: false, error: answer };
    const { status = 200, body = '', headers = {} } = answer;
    const isJson = typeof body === 'object';
    return ok({
      status,
      url: answer.url ?? request.url,
      headers: {
        'content-type': answer.type ?? (isJson ? 'application/json; charset=UTF-8' : 'text/html'),
        ...headers,
      },
      body: new TextEncoder().encode(isJson ? JSON.stringify(body) : body),
    });
  };
  return { http, requests };
};
