import { describe, expect, it } from 'vitest';
import type { PostId } from '../../../document/post.ts';
import { isTransient, ok, type Result, type Trouble } from '../../../trouble.ts';
import type { Connection, MediaUpload, Target } from '../../target.ts';
import { type ScriptedAnswer, scriptedHttp } from '../../testing/scripted-http.ts';
import { zoneOf } from './account.ts';
import { wordpressTarget } from './wordpress.ts';

const rest = 'https://blog.example/wp-json';
const connection: Connection = {
  site: {
    target: 'wordpress',
    address: 'https://blog.example',
    name: 'Sea',
    platform: 'WordPress',
    endpoints: { rest: `${rest}/` },
    signIn: ['password'],
  },
  credential: { username: 'zoë', password: 'abcd efgh' },
};

const posts = `POST ${rest}/wp/v2/posts`;
const draft = { postId: '7d2f9c5e-8f0b-4f5e-9a51-0f0a3c6b2d10' as PostId, marker: 'draft-1', title: 'Ferries' };
const upload: MediaUpload = {
  sha256: 'ab'.repeat(32),
  type: 'image/png',
  fileName: 'été "1"\r\n.png',
  read: async () => ok(new Uint8Array([1, 2, 3])),
  alt: '',
  caption: '',
  marker: 'up-1',
  earlier: null,
};

const stored = (more: object = {}) => ({
  id: 7,
  status: 'draft',
  slug: '',
  link: 'https://blog.example/?p=7',
  title: { raw: 'Ferries' },
  content: { raw: '<p>Words</p>' },
  date_gmt: null,
  featured_media: 0,
  ...more,
});

const wordpressError = (status: number, code: string, message = ''): ScriptedAnswer => ({
  status,
  body: { code, message, data: { status } },
});

const against = (
  script: Parameters<typeof scriptedHttp>[0],
): {
  target: Target;
  requests: readonly { url: string; headers?: Readonly<Record<string, string>>; body?: unknown; redirects?: number }[];
} => {
  const { http, requests } = scriptedHttp(script);
  return { target: wordpressTarget(http, () => Date.UTC(2026, 10, 22)), requests };
};

const troubleOf = (result: Result<unknown>): Trouble => {
  if (result.ok) throw new Error('It went well');
  return result.error;
};

const createAgainst = async (answer: ScriptedAnswer): Promise<Trouble> =>
  troubleOf(await against({ [posts]: answer }).target.createDraft(connection, draft));

describe('a first request that went wrong', () => {
  it.each<[string, ScriptedAnswer, Trouble['code'], boolean]>([
    ['a page instead of an answer', { body: '<html>Welcome</html>' }, 'publish/unexpected-answer', true],
    ['an answer cut short', { type: 'application/json', body: '{"id":7,' }, 'publish/unexpected-answer', true],
    ['an answer without an id', { body: { ...stored(), id: undefined } }, 'publish/unexpected-answer', true],
    ['an id that is none', { body: stored({ id: '7; drop' }) }, 'publish/unexpected-answer', true],
    ['a link that is a script', { body: stored({ link: 'javascript:alert(1)' }) }, 'publish/unexpected-answer', true],
    [
      'a redirect',
      { status: 301, headers: { location: 'https://www.blog.example/' } },
      'publish/unexpected-answer',
      false,
    ],
    ['a sign-in that ended', wordpressError(401, 'rest_cannot_create'), 'blog/signed-out', false],
    ['a role that may not write', wordpressError(403, 'rest_cannot_create'), 'blog/role-cannot-write', false],
    ['a wall in front of the blog', { status: 403, body: '<html>Blocked</html>' }, 'publish/refused', false],
    ['a REST API that was switched off', wordpressError(403, 'rest_disabled', 'No'), 'blog/api-disabled', false],
    ['no REST API at that place', { status: 404, body: 'Not found' }, 'blog/api-disabled', false],
    ['a code that every object has', wordpressError(403, 'constructor'), 'publish/refused', false],
    ['a busy server', { status: 429, body: '' }, 'publish/busy', false],
    ['a server at work on itself', { status: 503, body: '' }, 'publish/busy', true],
    ['a gateway that lost the answer', { status: 504, body: '' }, 'publish/server-error', true],
    [
      'a crash in PHP',
      { status: 500, body: { code: 'internal_server_error', message: 'Critical' } },
      'publish/server-error',
      true,
    ],
    ['no answer', { code: 'network/timeout', unclear: true }, 'network/timeout', true],
    ['nobody there', { code: 'network/refused' }, 'network/refused', false],
  ])('%s', async (_, answer, code, unclear) => {
    const trouble = await createAgainst(answer);
    expect(trouble.code).toBe(code);
    expect(trouble.unclear ?? false).toBe(unclear);
  });

  it('is tried again only where time may help', async () => {
    expect(isTransient(await createAgainst({ status: 502, body: '' }))).toBe(true);
    expect(isTransient(await createAgainst(wordpressError(400, 'rest_invalid_param')))).toBe(false);
  });

  it('never says the password, and passes the blog’s own words on as text', async () => {
    const trouble = await createAgainst(wordpressError(400, 'x', '<strong>No</strong> &amp; never<script>1</script>'));
    expect(trouble.params?.reason).toContain('No & never');
    expect(JSON.stringify(trouble)).not.toMatch(/abcd|<strong>/);
  });
});

describe('a request', () => {
  it('carries the credential to the REST address and follows no redirect', async () => {
    const { target, requests } = against({ [posts]: { status: 201, body: stored() } });
    await target.createDraft(connection, draft);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.redirects ?? 0).toBe(0);
    const [, encoded = ''] = (requests[0]?.headers?.authorization ?? '').split(' ');
    expect(new TextDecoder().decode(Uint8Array.from(atob(encoded), (it) => it.charCodeAt(0)))).toBe('zoë:abcd efgh');
  });

  it('has words even where the post has none yet', async () => {
    const { target, requests } = against({ [posts]: { status: 201, body: stored() } });
    await target.createDraft(connection, { ...draft, title: '' });
    expect(JSON.parse(String(requests[0]?.body))).toMatchObject({
      title: '',
      content: expect.stringContaining('wp:paragraph'),
    });
  });
});

describe('a picture', () => {
  const media = `${rest}/wp/v2/media`;
  const answer = { id: 5, source_url: 'https://blog.example/ete.png', media_details: { width: 3, height: 2 } };
  const send = (last: ScriptedAnswer, first: ScriptedAnswer = { body: [] as object }) => {
    const world = against({ [`GET ${media}`]: first, [`POST ${media}`]: last });
    return { result: world.target.uploadMedia(connection, upload), requests: world.requests };
  };

  it('travels under an ASCII name that cannot break its header', async () => {
    const { result, requests } = send({ status: 201, body: answer });
    expect(await result).toMatchObject({ ok: true, value: { id: '5', width: 3 } });
    expect(requests[1]?.headers?.['content-disposition']).toBe('attachment; filename="t-1-.png"');
  });

  it('is not sent again when it arrived although its answer was lost', async () => {
    const { result, requests } = send({ status: 500 }, { body: [answer] as object });
    expect(await result).toMatchObject({ ok: true, value: { id: '5' } });
    expect(requests.map(({ url }) => new URL(url).searchParams.get('slug'))).toEqual(['up-1,up-1-2']);
  });

  it('that was sent before is sent again only when it was deleted on the blog', async () => {
    const earlier = { id: '5', url: 'https://blog.example/old.png', width: 3, height: 2 };
    const script = { [`GET ${media}`]: { body: [] as object }, [`POST ${media}`]: { body: { ...answer, id: 6 } } };
    const idAfter = async (there: ScriptedAnswer) => {
      const { target } = against({ ...script, [`GET ${media}/5`]: there });
      const sent = await target.uploadMedia(connection, { ...upload, earlier });
      return sent.ok ? sent.value.id : sent.error.code;
    };
    expect(await idAfter({ body: answer })).toBe('5');
    expect(await idAfter(wordpressError(404, 'rest_post_invalid_id'))).toBe('6');
    expect(await idAfter({ status: 503, body: '' })).toBe('publish/busy');
  });

  it('may have no size that the blog knows', async () => {
    const { result } = send({ status: 201, body: { ...answer, media_details: [] } });
    expect(await result).toMatchObject({ ok: true, value: { width: 0, height: 0 } });
  });

  it('that is a film breaks a host’s memory without its saying so: asking again would not help', async () => {
    const film = {
      ...upload,
      read: async () =>
        ok({
          size: 3,
          read: async function* () {
            yield Uint8Array.of(1, 2, 3);
          },
        }),
    };
    const { target } = against({
      [`GET ${media}`]: { body: [] as object },
      [`POST ${media}`]: { status: 500, body: '' },
    });
    const sent = await target.uploadMedia(connection, film);
    expect(sent).toMatchObject({ ok: false, error: { code: 'publish/upload-too-large', unclear: true } });
    expect(!sent.ok && isTransient(sent.error)).toBe(false);
    expect(await send({ status: 500, body: '' }).result).toMatchObject({ error: { code: 'publish/server-error' } });
  });

  it.each<[string, ScriptedAnswer, Trouble['code']]>([
    ['for the server in front', { status: 413, body: '<html>Too large</html>' }, 'publish/upload-too-large'],
    [
      'for PHP',
      wordpressError(
        500,
        'rest_upload_unknown_error',
        'The uploaded file exceeds the upload_max_filesize directive in php.ini.',
      ),
      'publish/upload-too-large',
    ],
    ['of a type that is refused', wordpressError(500, 'rest_upload_sideload_error'), 'publish/upload-refused'],
    ['from a role without pictures', wordpressError(403, 'rest_cannot_create'), 'blog/role-cannot-upload'],
  ])('too large %s or refused', async (_, last, code) => {
    const trouble = troubleOf(await send(last).result);
    expect(trouble.code).toBe(code);
    expect(isTransient(trouble)).toBe(false);
    expect(trouble.unclear).toBeUndefined();
  });
});

const bare = {
  title: 'Ferries',
  html: '<p>W</p>',
  excerpt: '',
  tags: [],
  categories: [],
  language: 'fr',
  featuredMedia: null,
};

describe('an update', () => {
  const content = { ...bare, featuredMedia: '9' };

  it('notices that the blog dropped the featured picture without a word', async () => {
    const one = {
      [`GET ${rest}/wp/v2/posts/7`]: { body: stored() },
      [`POST ${rest}/wp/v2/posts/7`]: { body: stored() },
    };
    expect(troubleOf(await against(one).target.update(connection, '7', content, '')).detail).toContain(
      'Featured image 9',
    );
  });

  it('leaves the address of a public post alone, and takes the marker from a draft', async () => {
    const slugAfter = async (status: string) => {
      const post = { body: stored({ status, featured_media: 9 }) };
      const world = against({ [`GET ${rest}/wp/v2/posts/7`]: post, [`POST ${rest}/wp/v2/posts/7`]: post });
      await world.target.update(connection, '7', content, '');
      return JSON.parse(String(world.requests.at(-1)?.body)).slug;
    };
    expect(await slugAfter('publish')).toBeUndefined();
    expect(await slugAfter('draft')).toBe('');
  });
});

describe('an update without excerpt and terms', () => {
  it('leaves those that the blog has', async () => {
    const post = { body: stored({ status: 'publish' }) };
    const world = against({ [`GET ${rest}/wp/v2/posts/7`]: post, [`POST ${rest}/wp/v2/posts/7`]: post });
    await world.target.update(connection, '7', bare, '');
    const sent = JSON.parse(String(world.requests.at(-1)?.body));
    expect(Object.keys(sent)).toEqual(['title', 'content', 'featured_media']);
  });

  it('leaves the featured picture that the blog has where the post says nothing of one', async () => {
    const post = { body: stored({ status: 'publish', featured_media: 9 }) };
    const world = against({ [`GET ${rest}/wp/v2/posts/7`]: post, [`POST ${rest}/wp/v2/posts/7`]: post });
    const { featuredMedia: _, ...content } = bare;
    expect(await world.target.update(connection, '7', content, '')).toMatchObject({ ok: true });
    expect(Object.keys(JSON.parse(String(world.requests.at(-1)?.body)))).toEqual(['title', 'content']);
  });
});

describe('the address of a draft', () => {
  it.each([
    ['on this computer', 'file:///usr/share/applications/%postname%.desktop'],
    ['on a file server', 'file://files.example/%postname%.exe'],
    ['a script', 'javascript:alert(%postname%)'],
    ['another program', 'ms-settings:%postname%'],
  ])('never leads %s', async (_, template) => {
    const post = { body: stored({ permalink_template: template, generated_slug: 'ferries' }) };
    const fetched = await against({ [`GET ${rest}/wp/v2/posts/7`]: post }).target.fetch(connection, '7');
    expect(fetched).toMatchObject({ ok: true, value: { link: 'https://blog.example/?p=7' } });
  });
});

describe('a release', () => {
  const publish = (answered: object) => {
    const post = (method: string) => ({
      [`${method} ${rest}/wp/v2/posts/7`]: { body: stored(method === 'GET' ? {} : answered) },
    });
    return against({ ...post('GET'), ...post('POST') }).target.publish(connection, '7', {
      status: 'published',
      slug: '',
    });
  };

  it('that ended as pending review is not called published', async () => {
    expect(troubleOf(await publish({ status: 'pending' })).code).toBe('blog/role-cannot-publish');
  });

  it('that ended as anything else is not called published either', async () => {
    expect(troubleOf(await publish({ status: 'draft' })).code).toBe('publish/unexpected-answer');
  });

  it('of a draft whose own date is still to come goes out now', async () => {
    const early = { body: stored({ date_gmt: '2026-12-24T10:00:00' }) };
    const out = { body: stored({ status: 'publish', date_gmt: '2026-11-22T00:00:00' }) };
    const world = against({ [`GET ${rest}/wp/v2/posts/7`]: early, [`POST ${rest}/wp/v2/posts/7`]: out });
    await world.target.publish(connection, '7', { status: 'published', slug: '' });
    expect(JSON.parse(String(world.requests.at(-1)?.body)).date_gmt).toBe('2026-11-22T00:00:00.000Z');
  });

  it('reads the date as UTC', async () => {
    const out = await publish({ status: 'publish', date_gmt: '2026-11-22T10:00:00' });
    expect(out).toMatchObject({ ok: true, value: { date: Date.UTC(2026, 10, 22, 10) } });
  });
});

describe('a blog without a zone name', () => {
  it.each([
    [0, '+00:00'],
    [5.5, '+05:30'],
    [-3.5, '-03:30'],
    [12.75, '+12:45'],
  ])('%d hours from Greenwich is %s', (hours, zone) => {
    expect(zoneOf('', hours)).toBe(zone);
  });
});
