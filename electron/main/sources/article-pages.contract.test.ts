import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sha256 } from '../../../core/document/media.ts';
import type { SavedArticle } from '../../../core/sources/article.ts';
import { failed, ok } from '../../../core/trouble.ts';
import { articlePages, type Expected, noise } from '../../../e2e/world/articles/pages.ts';
import { type ArticleSite, startArticleSite } from '../../../e2e/world/articles/site.ts';
import { nodeHttp } from '../http/node-http.ts';
import { makeCopiedPages } from './copied-pages.ts';
import { fetchPage } from './fetch-page.ts';
import { makePageReader } from './page-reader.ts';
import { readApart } from './read-apart.ts';
import { type ReadPage, readPage } from './read-page.ts';
import { startPageChild } from './testing/start-page-child.ts';

let site: ArticleSite;
beforeAll(async () => {
  site = await startArticleSite();
});
afterAll(() => site.close());

const read = async (path: string): Promise<ReadPage> => {
  const { signal } = new AbortController();
  const page = await fetchPage(nodeHttp, { url: `${site.origin}${path}`, typed: true, signal });
  if (!page.ok) throw new Error(`${path}: ${page.error.code} ${page.error.detail}`);
  return readPage(page.value);
};

const found = ({ fields }: ReadPage): Expected => ({
  title: fields.title,
  publisher: fields.publisher,
  authors: fields.authors,
  published: fields.published,
  language: fields.language,
  canonical: fields.canonicalUrl === '' ? '' : new URL(fields.canonicalUrl).pathname,
  caption: fields.picture?.caption ?? '',
  credit: fields.picture?.credit ?? '',
});

const fieldNames = Object.keys(articlePages[0]?.expected ?? {}) as readonly (keyof Expected)[];

/** Defuddle turns spaces that do not break into others. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

/** How much of the article came through, and how much of what stands around it. */
const textOf = ({ article }: ReadPage, paragraphs: readonly string[]) => {
  const lines = plain(article?.text ?? '');
  return {
    kept: paragraphs.filter((paragraph) => lines.includes(plain(paragraph))).length / paragraphs.length,
    noise: noise.filter((words) => lines.includes(words)),
  };
};

test('forty pages and more, each with what a reader finds on it', () => {
  expect(articlePages.length).toBeGreaterThanOrEqual(40);
  expect(new Set(articlePages.map(({ path }) => path)).size).toBe(articlePages.length);
});

test('the accuracy of each field over all pages, printed and at least what it was', async () => {
  const misses: string[] = [];
  const right = new Map<string, number>();
  const note = (field: string, path: string, isRight: boolean, got: unknown, wanted: unknown): void => {
    right.set(field, (right.get(field) ?? 0) + (isRight ? 1 : 0));
    if (!isRight) misses.push(`${field} of ${path}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`);
  };
  for (const { path, expected, paragraphs } of articlePages) {
    const page = await read(path);
    const got = found(page);
    for (const field of fieldNames) {
      note(field, path, JSON.stringify(got[field]) === JSON.stringify(expected[field]), got[field], expected[field]);
    }
    const text = textOf(page, paragraphs);
    note('text', path, text.kept === 1, text.kept, 1);
    note('only the text', path, text.noise.length === 0, text.noise, []);
  }
  const accuracy = Object.fromEntries([...right].map(([field, count]) => [field, count / articlePages.length]));
  console.info(`Accuracy over ${articlePages.length} pages:`, accuracy, misses);
  for (const [field, share] of Object.entries(accuracy)) {
    // A page without any structure keeps its last line.
    expect(share, field).toBeGreaterThanOrEqual(field === 'only the text' ? 0.9 : 1);
  }
});

test('a page full of script is saved with its words and links and nothing that runs', async () => {
  const { article } = await read('/hostile/script');
  expect(article?.text).toContain('as harmless as it looks');
  expect(article?.html).not.toMatch(/<script|onerror|onclick|style|<iframe|<img|<svg|<form|<input|javascript:|data:/i);
  expect(article?.html).toContain(`href="${site.origin}/fine"`);
});

describe('the reader of pages', { timeout: 60_000 }, () => {
  const children: ChildProcess[] = [];
  const put: SavedArticle[] = [];
  let clipboard = '';
  const hash = 'a'.repeat(64) as Sha256;
  const copiedPages = makeCopiedPages(() => Promise.resolve(clipboard));
  const reader = makePageReader({
    http: nodeHttp,
    copiedPages,
    articles: {
      put: async (article) => {
        put.push(article);
        return ok(hash);
      },
      get: async () => failed('article/missing'),
    },
    startProcess: () => startPageChild((child) => children.push(child)),
    now: () => 1000,
  });
  const readAt = (path: string, typed = true, reading: string = crypto.randomUUID()) =>
    reader.read({ reading, url: path.startsWith('/') ? `${site.origin}${path}` : path, typed, copied: false });
  const ended = () =>
    Promise.all(children.map((child) => (child.exitCode ?? child.signalCode) !== null || once(child, 'exit')));

  test('fills a card and keeps the article, and its process ends', async () => {
    const read = await readAt('/newspaper/ferries');
    expect(read).toMatchObject({
      ok: true,
      value: { article: hash, readAt: 1000, trouble: null, fields: { publisher: 'Harbour Courier' } },
    });
    expect(put.at(-1)?.text.split('\n')).toHaveLength(4);
    await ended();
  });

  test.each([
    ['/status/401', 'page/closed'],
    ['/status/402', 'page/closed'],
    ['/status/403', 'page/closed'],
    ['/status/404', 'page/not-found'],
    ['/status/410', 'page/gone'],
    ['/status/500', 'page/server-error'],
    ['/hostile/endless', 'page/endless'],
    ['/hostile/flood', 'page/too-large'],
    ['/hostile/bomb', 'page/too-large'],
    ['/hostile/file', 'page/not-a-page'],
    ['/hostile/broken-gzip', 'page/unreadable'],
  ])('%s is %s', async (path, code) => {
    const before = process.memoryUsage().rss;
    expect(await readAt(path)).toMatchObject({ ok: false, error: { code, params: { host: expect.any(String) } } });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  test.each(['/hostile/empty', '/hostile/nested', '/hostile/nodes'])(
    '%s still makes a card with its host, and leaves no process behind',
    async (path) => {
      const read = await readAt(path);
      expect(read).toMatchObject({
        ok: true,
        value: { article: null, trouble: 'page/unreadable', fields: { publisher: '127.0.0.1' } },
      });
      await ended();
    },
  );

  test('a page that the bookmarklet copied is read without asking the site, in a process like any other', async () => {
    const read = async (path: string) => {
      const address = `${site.origin}${path}`;
      const page = await (await fetch(address)).text();
      const escaped = JSON.stringify({ version: 1, address, selection: '', page })
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;');
      clipboard = `<a data-rejoinder="${escaped}">A page</a>`;
      await copiedPages.look();
      const asked = site.requests.length;
      // Nobody typed it, and nobody asks this computer for it.
      const answer = await reader.read({ reading: crypto.randomUUID(), url: address, typed: false, copied: true });
      expect(site.requests).toHaveLength(asked);
      return answer;
    };
    expect(await read('/newspaper/ferries')).toMatchObject({
      ok: true,
      value: { article: hash, trouble: null, fields: { publisher: 'Harbour Courier', authors: ['Anna Weir'] } },
    });
    await read('/hostile/script');
    expect(put.at(-1)?.html).not.toMatch(/<script|onerror|onclick|<iframe|<img|javascript:/i);
    expect(await read('/hostile/nodes')).toMatchObject({ ok: true, value: { trouble: 'page/unreadable' } });
    await ended();
  });

  test('a page that keeps its process busy is killed in the middle of it', async () => {
    const { signal } = new AbortController();
    const page = await fetchPage(nodeHttp, { url: `${site.origin}/hostile/slow`, typed: true, signal });
    if (!page.ok) throw new Error(page.error.code);
    const busy: ChildProcess[] = [];
    const start = () => startPageChild((child) => busy.push(child));
    expect(await readApart(start, page.value, signal, 2000)).toMatchObject({
      error: { code: 'page/unreadable', detail: 'Not read within 2000 ms' },
    });
    const [child] = busy;
    if (child === undefined) throw new Error('No process was started.');
    if (child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
  });

  test('nonsense from the process is no page', async () => {
    const { signal } = new AbortController();
    const page = { bytes: new Uint8Array(), contentType: '', address: 'https://a.example/' };
    const start = () => ({
      send: () => undefined,
      onAnswer: (listener: (answer: unknown) => void) => listener({ fields: { title: 7 }, closed: 'perhaps' }),
      onExit: () => undefined,
      kill: () => undefined,
    });
    expect(await readApart(start, page, signal)).toMatchObject({ error: { code: 'page/unreadable' } });
  });

  test('is cancelled at once, whatever the server does', async () => {
    const reading = crypto.randomUUID();
    const read = readAt('/hostile/silent', true, reading);
    await expect.poll(() => site.requests.includes('/hostile/silent')).toBe(true);
    reader.cancel(reading);
    expect(await read).toMatchObject({ ok: false, error: { code: 'page/cancelled' } });
  });

  test.each([
    ['this computer', '/newspaper/ferries'],
    ['this computer by another number', 'http://127.1.2.3:9/'],
    ['this computer by name', 'http://localhost:9/'],
    ['this computer in the other family', 'http://[::1]:9/'],
    ['this computer, one family in the other', 'http://[::ffff:127.0.0.1]:9/'],
    ['nowhere', 'http://0.0.0.0:9/'],
    ['a private network', 'http://192.168.1.1/'],
    ['the address of a cloud’s secrets', 'http://169.254.169.254/'],
  ])('an address that nobody typed does not lead to %s', async (_, address) => {
    expect(await readAt(address, false)).toMatchObject({ ok: false, error: { code: 'network/private' } });
  });
});
