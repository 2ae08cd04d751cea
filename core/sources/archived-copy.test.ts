import { expect, test } from 'vitest';
import type { HttpRequest } from '../publishing/http.ts';
import { failed, ok } from '../trouble.ts';
import { askArchive } from './archived-copy.ts';

const page = 'https://courier.example/a?b=1&c=2';

/** The example of https://archive.org/help/wayback_api.php, for our page. */
const snapshot = {
  available: true,
  url: `http://web.archive.org/web/20260514044612/${page}`,
  timestamp: '20260514044612',
  status: '200',
};

const ask = async (answer: unknown, { status = 200, url = page, near = null as number | null } = {}) => {
  const asked: HttpRequest[] = [];
  const body = new TextEncoder().encode(typeof answer === 'string' ? answer : JSON.stringify(answer));
  const http = async (request: HttpRequest) => {
    asked.push(request);
    return ok({ status, url: request.url, headers: {}, body });
  };
  return { result: await askArchive(http, { url, near, signal: new AbortController().signal }), asked };
};

test('the copy next to a time is found, and has a safe address', async () => {
  const near = Date.UTC(2026, 4, 14, 8, 30);
  const { result, asked } = await ask({ url: page, archived_snapshots: { closest: snapshot } }, { near });
  expect(result).toEqual(
    ok({ url: `https://web.archive.org/web/20260514044612/${page}`, takenAt: Date.UTC(2026, 4, 14, 4, 46, 12) }),
  );
  const { origin, pathname, searchParams } = new URL(asked[0]?.url ?? '');
  expect([origin, pathname]).toEqual(['https://archive.org', '/wayback/available']);
  expect(Object.fromEntries(searchParams)).toEqual({ url: page, timestamp: '20260514083000' });
});

test('without a time the newest is asked for', async () => {
  const { asked } = await ask({ archived_snapshots: {} });
  expect(new URL(asked[0]?.url ?? '').searchParams.has('timestamp')).toBe(false);
});

test.each<readonly [string, unknown, number, string]>([
  ['no copy', { url: page, archived_snapshots: {} }, 200, 'archive/none'],
  [
    'one that is not to be had',
    { archived_snapshots: { closest: { ...snapshot, available: false } } },
    200,
    'archive/none',
  ],
  ['a copy of an error', { archived_snapshots: { closest: { ...snapshot, status: '404' } } }, 200, 'archive/none'],
  ['too many questions', 'slow down', 429, 'archive/busy'],
  ['an error', { archived_snapshots: {} }, 503, 'archive/no-answer'],
  ['a page', '<!doctype html>', 200, 'archive/no-answer'],
  ['another shape', { snapshots: [] }, 200, 'archive/no-answer'],
  [
    'an address elsewhere',
    { archived_snapshots: { closest: { ...snapshot, url: 'https://evil.example/web/20260514044612/x' } } },
    200,
    'archive/no-answer',
  ],
  [
    'a script',
    { archived_snapshots: { closest: { ...snapshot, url: 'javascript:alert(1)' } } },
    200,
    'archive/no-answer',
  ],
  ['no time', { archived_snapshots: { closest: { ...snapshot, timestamp: 'then' } } }, 200, 'archive/no-answer'],
])('%s is no copy', async (_, answer, status, code) => {
  expect((await ask(answer, { status })).result).toMatchObject({ ok: false, error: { code } });
});

test.each(['http://127.0.0.1:8080/a', 'http://localhost/a', 'http://192.168.1.1/a'])(
  '%s is nobody else’s business',
  async (url) => {
    const { result, asked } = await ask({ archived_snapshots: { closest: snapshot } }, { url });
    expect(result).toMatchObject({ error: { code: 'archive/none' } });
    expect(asked).toEqual([]);
  },
);

test('no network is what it is, and a cancelled question is cancelled', async () => {
  const { signal } = new AbortController();
  expect(await askArchive(async () => failed('network/offline'), { url: page, near: null, signal })).toMatchObject({
    error: { code: 'network/offline' },
  });
  const controller = new AbortController();
  const http = async () => {
    controller.abort();
    return failed('network/failed');
  };
  expect(await askArchive(http, { url: page, near: null, signal: controller.signal })).toMatchObject({
    error: { code: 'page/cancelled' },
  });
});
