import { describe, expect, it } from 'vitest';
import { type ScriptedAnswer, scriptedHttp } from '../../testing/scripted-http.ts';
import { discoverWordPress } from './discovery.ts';

const index = (more: object = {}) => ({
  body: {
    name: 'Sea &amp; Ports',
    url: 'https://blog.example',
    home: 'https://blog.example',
    namespaces: ['oembed/1.0', 'wp/v2'],
    authentication: {
      'application-passwords': {
        endpoints: { authorization: 'https://blog.example/wp-admin/authorize-application.php' },
      },
    },
    ...more,
  },
});

const page = (head: string, headers: Record<string, string> = {}) => ({
  body: `<!doctype html><html><head>${head}</head><body>Words</body></html>`,
  headers,
});

const announced = { link: '<https://blog.example/wp-json/>; rel="https://api.w.org/"' };
const root = 'GET https://blog.example/wp-json/';

const discover = (typed: string, script: Record<string, ScriptedAnswer>) =>
  discoverWordPress(scriptedHttp(script).http, typed);

const found = async (typed: string, script: Record<string, ScriptedAnswer>) => {
  const result = await discover(typed, script);
  return result.ok ? result.value : result.error.code;
};

describe('a WordPress is found', () => {
  it('by its Link header, among others and in any notation', async () => {
    const link =
      '<https://blog.example/wp-json/wp/v2/posts/1>; rel="alternate"; title="JSON, of course"; type=application/json, ' +
      '<https://blog.example/?p=1>; rel=shortlink, <https://blog.example/wp-json/>; title=x; REL=\'no\' ; rel="other HTTPS://API.W.ORG/"';
    const quoted = link.replace("; REL='no' ", '');
    expect(
      await found('blog.example', { 'GET https://blog.example/': page('', { link: quoted }), [root]: index() }),
    ).toMatchObject({
      name: 'Sea & Ports',
      address: 'https://blog.example',
      endpoints: { rest: 'https://blog.example/wp-json/' },
      signIn: ['hand-off', 'password'],
    });
  });

  it('by the head of its page, with its version', async () => {
    const head = `<meta name="generator" content="WordPress 7.1.1"><link rel="https://api.w.org/" href="/wp-json/">`;
    expect(await found('blog.example', { 'GET https://blog.example/': page(head), [root]: index() })).toMatchObject({
      platform: 'WordPress 7.1',
    });
  });

  it('by its RSD file, when nothing else is said', async () => {
    const head = '<link rel="EditURI" type="application/rsd+xml" href="https://blog.example/xmlrpc.php?rsd">';
    const rsd = `<?xml version="1.0"?><rsd><service><engineName>WordPress</engineName><apis>
      <api name="WordPress" blogID="1" preferred="true" apiLink="https://blog.example/xmlrpc.php" />
      <api name="WP-API" blogID="1" preferred="false" apiLink="https://blog.example/wp-json/" /></apis></service></rsd>`;
    const script = {
      'GET https://blog.example/': page(head),
      'GET https://blog.example/xmlrpc.php': { type: 'text/xml', body: rsd },
      [root]: index(),
    };
    expect(await found('blog.example', script)).toMatchObject({ endpoints: { rest: 'https://blog.example/wp-json/' } });
  });

  it('with plain addresses, in a folder', async () => {
    const link = '<http://127.0.0.1:8705/blog/index.php?rest_route=/>; rel="https://api.w.org/"';
    const script = {
      'GET http://127.0.0.1:8705/blog/wp-login.php': page(''),
      'GET http://127.0.0.1:8705/blog/': page('', { link }),
      'GET http://127.0.0.1:8705/blog/index.php?rest_route=/': index(),
    };
    expect(await found('127.0.0.1:8705/blog/wp-login.php', script)).toMatchObject({
      endpoints: { rest: 'http://127.0.0.1:8705/blog/index.php?rest_route=/' },
    });
  });

  it('over http only when https does not answer', async () => {
    const link = '<http://old.example/wp-json/>; rel="https://api.w.org/"';
    const script = { 'GET http://old.example/': page('', { link }), 'GET http://old.example/wp-json/': index() };
    expect(await found('old.example', script)).toMatchObject({ endpoints: { rest: 'http://old.example/wp-json/' } });
    expect(await found('https://old.example', script)).toBe('network/refused');
  });

  it('and keeps https when the site still calls itself http', async () => {
    const link = '<http://blog.example/wp-json/>; rel="https://api.w.org/"';
    expect(
      await found('blog.example', { 'GET https://blog.example/': page('', { link }), [root]: index() }),
    ).toMatchObject({
      endpoints: { rest: 'https://blog.example/wp-json/' },
    });
  });
});

describe('an address that is not one says so', () => {
  it.each([
    ['an empty line', ''],
    ['words', 'my blog'],
    ['one word', 'blog'],
    ['another scheme', 'ftp://blog.example'],
    ['a script', 'javascript://blog.example/%0aalert(1)'],
  ])('%s', async (_, typed) => {
    expect(await found(typed, {})).toBe('blog/not-an-address');
  });

  it('a page of another system', async () => {
    const script = {
      'GET https://blog.example/posts/one': page(''),
      'GET https://blog.example/posts/': page(''),
      'GET https://blog.example/': page(''),
    };
    expect(await found('blog.example/posts/one', script)).toBeNull();
  });

  it('a WordPress whose REST API is hidden', async () => {
    const head = '<meta name="generator" content="WordPress 6.5">';
    expect(await found('blog.example', { 'GET https://blog.example/': page(head) })).toBe('blog/api-disabled');
  });

  it('a REST address where a page answers instead', async () => {
    const script = { 'GET https://blog.example/': page('', announced), [root]: page('') };
    expect(await found('blog.example', script)).toBe('blog/api-disabled');
  });

  it('a REST answer that is cut short', async () => {
    const cut = { type: 'application/json', body: '{"name":"Sea' };
    expect(await found('blog.example', { 'GET https://blog.example/': page('', announced), [root]: cut })).toBe(
      'blog/api-disabled',
    );
  });

  it('a REST API without posts', async () => {
    const script = { 'GET https://blog.example/': page('', announced), [root]: index({ namespaces: ['shop/v1'] }) };
    expect(await found('blog.example', script)).toBe('blog/api-disabled');
  });

  it('a site that lets no app in', async () => {
    const script = { 'GET https://blog.example/': page('', announced), [root]: index({ authentication: [] }) };
    expect(await found('blog.example', script)).toBe('blog/no-sign-in');
  });

  it('a sign-in page that could run a script', async () => {
    const authentication = { 'application-passwords': { endpoints: { authorization: 'javascript:alert(1)' } } };
    const script = { 'GET https://blog.example/': page('', announced), [root]: index({ authentication }) };
    expect(await found('blog.example', script)).toBe('blog/no-sign-in');
  });

  it('a sign-in page of another site: its password would be brought here', async () => {
    const authorization = 'https://bank.example/wp-admin/authorize-application.php';
    const authentication = { 'application-passwords': { endpoints: { authorization } } };
    const script = { 'GET https://blog.example/': page('', announced), [root]: index({ authentication }) };
    expect(await found('blog.example', script)).toMatchObject({
      endpoints: { rest: 'https://blog.example/wp-json/' },
      signIn: ['password'],
    });
  });

  it('a server in trouble, as something to try again', async () => {
    const script = { 'GET https://blog.example/': page('', announced), [root]: { status: 502, body: 'Bad gateway' } };
    expect(await found('blog.example', script)).toBe('publish/server-error');
  });

  it('a public page that points into this network', async () => {
    const link = '<http://192.168.0.1/wp-json/>; rel="https://api.w.org/"';
    expect(
      await found('blog.example', {
        'GET https://blog.example/': page('', { link }),
        'GET http://192.168.0.1/wp-json/': index(),
      }),
    ).toBeNull();
  });
});
