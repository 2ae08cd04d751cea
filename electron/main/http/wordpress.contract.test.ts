import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Site } from '../../../core/publishing/target.ts';
import { revokePassword } from '../../../core/publishing/targets/wordpress/account.ts';
import { authorizationAddress } from '../../../core/publishing/targets/wordpress/authorization.ts';
import { wordpressTarget } from '../../../core/publishing/targets/wordpress/wordpress.ts';
import { type ContractWorld, targetContract } from '../../../core/publishing/testing/target-contract.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import {
  startWordPress,
  type WordPressLogin,
  type WordPressSite,
  wordpressAvailable,
} from '../../../e2e/servers/wordpress.ts';
import { nodeHttp } from './node-http.ts';

const available = await wordpressAvailable();
if (available !== true) console.warn(`Not tried against a real WordPress: ${available}`);
const mustRun = process.env.CI === 'true';

const target = wordpressTarget(nodeHttp, Date.now);

const read = async (address: string): Promise<string | null> => {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : null;
};

const discovered = async (address: string): Promise<Site> => {
  const found = await target.discover(address);
  if (!found.ok || !found.value) throw new Error(`No blog at ${address}: ${JSON.stringify(found)}`);
  return found.value;
};

/** What a stranger's browser downloads. */
const bytesAt = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

describe.skipIf(available !== true && !mustRun)('a real WordPress', { timeout: 120_000 }, () => {
  let blog: WordPressSite;
  let site: Site;

  beforeAll(async () => {
    blog = await startWordPress();
    site = await discovered(blog.url);
  }, 300_000);
  afterAll(() => blog?.remove());

  const as = (login: WordPressLogin): Connection => ({
    site,
    credential: { username: login, password: blog.users[login].applicationPassword },
  });

  describe.each(['admin', 'author'] as const)('keeps every promise of a target to the %s', (login) => {
    it.each(targetContract)('$promise', ({ keeps }) => {
      const world: ContractWorld = {
        target,
        connection: as(login),
        typedAddress: blog.url.replace('http://', ''),
        read,
        bytesAt,
        feedAddress: `${blog.url}/feed/`,
        now: Date.now,
      };
      return keeps(world);
    });
  });

  it('is found from a page deep inside, from its sign-in page and from its REST address', async () => {
    for (const path of [
      '/hello-world/',
      '/wp-login.php',
      '/wp-admin/edit.php',
      '/wp-json/',
      '/no/such/page',
      '/feed/',
    ]) {
      expect(await discovered(`${blog.url}${path}`)).toMatchObject({ address: blog.url, endpoints: site.endpoints });
    }
  });

  it('says what each role may do, and refuses the one that may not write', async () => {
    const may = async (login: WordPressLogin) => {
      const answer = await target.capabilities(as(login));
      if (!answer.ok) throw new Error(answer.error.detail);
      return answer.value;
    };
    expect(await may('admin')).toMatchObject({ publish: true, createCategories: true, unfilteredHtml: true });
    expect(await may('author')).toMatchObject({ publish: true, createCategories: false, unfilteredHtml: false });
    expect(await may('contributor')).toMatchObject({ publish: false, uploadMedia: false, createTags: true });
    expect(codeOf(await target.signIn(as('subscriber')))).toBe('blog/role-cannot-write');
  });

  it('refuses a contributor what only the blog can decide: publishing and pictures', async () => {
    const draft = await target.createDraft(as('contributor'), {
      postId: crypto.randomUUID() as never,
      marker: `draft-${crypto.randomUUID()}`,
      title: 'By a contributor',
    });
    if (!draft.ok) throw new Error(draft.error.detail);
    const out = await target.publish(as('contributor'), draft.value.id, { status: 'published', slug: '' });
    expect(codeOf(out)).toBe('blog/role-cannot-publish');
  });

  it('sends a picture again that was deleted there, and leaves terms and excerpt that others filled in', async () => {
    const { credential } = as('admin');
    const rest = async (method: string, route: string, body?: object) => {
      const answer = await fetch(`${site.endpoints.rest}wp/v2/${route}`, {
        method,
        headers: {
          authorization: `Basic ${btoa(`${credential?.username}:${credential?.password}`)}`,
          'content-type': 'application/json',
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect(answer.ok, `${method} ${route}: ${answer.status}`).toBe(true);
      return (await answer.json()) as { id: number; tags: number[]; excerpt: { raw: string } };
    };
    const value = <T>(result: Result<T>): T => {
      if (!result.ok) throw new Error(result.error.detail);
      return result.value;
    };
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGPQzluIjBhwcgAvvA81zK98/AAAAABJRU5ErkJggg==';
    const upload = {
      sha256: '',
      type: 'image/png',
      fileName: 'boat.png',
      read: async () => ok(new Uint8Array(Buffer.from(png, 'base64'))),
      alt: '',
      caption: '',
      marker: `up-${crypto.randomUUID()}`,
    };
    const first = value(await target.uploadMedia(as('author'), { ...upload, earlier: null }));
    expect(value(await target.uploadMedia(as('author'), { ...upload, earlier: first })).id).toBe(first.id);
    await rest('DELETE', `media/${first.id}?force=true`);
    const second = value(await target.uploadMedia(as('author'), { ...upload, earlier: first }));
    expect(second.id).not.toBe(first.id);

    const marker = `draft-${crypto.randomUUID()}`;
    const { id } = value(
      await target.createDraft(as('author'), { postId: crypto.randomUUID() as never, marker, title: 'Ferries' }),
    );
    const tag = await rest('POST', 'tags', { name: `Sea ${marker}` });
    await rest('POST', `posts/${id}`, { tags: [tag.id], excerpt: 'By an editor' });
    const content = { title: 'Ferries', html: '<p>Words</p>', excerpt: '', tags: [], categories: [], language: '' };
    value(await target.update(as('author'), id, { ...content, featuredMedia: second.id }, ''));
    const kept = await rest('GET', `posts/${id}?context=edit`);
    expect([kept.tags, kept.excerpt.raw]).toEqual([[tag.id], 'By an editor']);
  });

  it('tells a wrong password from a sign-in that ended', async () => {
    const wrong = { site, credential: { username: 'admin', password: 'not it' } };
    expect(codeOf(await target.signIn(wrong))).toBe('blog/wrong-password');
    expect(codeOf(await target.list(wrong, 5))).toBe('blog/signed-out');
    await blog.muPlugin(
      'early-user',
      'add_filter("rest_authentication_errors",function($r){get_current_user_id();return $r;},5);',
    );
    expect(codeOf(await target.signIn(wrong))).toBe('blog/wrong-password');
    expect(codeOf(await target.list(wrong, 5))).toBe('blog/signed-out');
    await blog.reset();
  });

  it('has its own time zone, as a name or as an offset', async () => {
    const zone = async () => {
      const answer = await target.capabilities(as('author'));
      return answer.ok ? answer.value.timeZone : answer.error.code;
    };
    await blog.option('timezone_string', 'America/New_York');
    expect(await zone()).toBe('America/New_York');
    await blog.option('timezone_string', '');
    await blog.option('gmt_offset', 5.5);
    expect(await zone()).toBe('+05:30');
    await blog.option('gmt_offset', -3.5);
    expect(await zone()).toBe('-03:30');
    await blog.reset();
  });

  it('shows its sign-in page for an app with an address of its own', async () => {
    const page = authorizationAddress(site, {
      appName: 'Rejoinder',
      appId: '5f0c7e1e-2a55-4b1b-9d6f-0c5d5f6a0001',
      successUrl: 'rejoinder://sign-in/wordpress?state=abc',
      rejectUrl: 'rejoinder://sign-in/wordpress?state=abc&success=false',
    });
    const answer = await fetch(page ?? '', { redirect: 'manual' });
    expect([200, 302]).toContain(answer.status);
  });

  it('takes its application password back', async () => {
    const connection = as('editor');
    expect(codeOf(await target.signIn(connection))).toBe('ok');
    expect(await revokePassword(nodeHttp, connection)).toEqual({ ok: true, value: undefined });
    expect(codeOf(await target.signIn(connection))).toBe('blog/wrong-password');
    await blog.reset();
  });

  it('says so when its REST API is off, when it lets no app in, and when it is for members only', async () => {
    const filter = (code: string) => `add_filter("rest_authentication_errors", fn($r) => ${code});`;
    await blog.muPlugin('off', filter('new WP_Error("rest_disabled", "Off", ["status" => 403])'));
    expect(codeOf(await target.discover(blog.url))).toBe('blog/api-disabled');
    expect(codeOf(await target.signIn(as('admin')))).toBe('blog/api-disabled');
    await blog.reset();
    await blog.muPlugin('no-apps', 'add_filter("wp_is_application_passwords_available", "__return_false");');
    expect(codeOf(await target.discover(blog.url))).toBe('blog/no-sign-in');
    await blog.reset();
    const members = 'is_user_logged_in() ? $r : new WP_Error("rest_not_logged_in", "Members only", ["status" => 401])';
    await blog.muPlugin('members', filter(members));
    const found = await discovered(blog.url);
    expect(found.signIn).toEqual(['password']);
    expect(codeOf(await target.signIn({ ...as('admin'), site: found }))).toBe('ok');
    await blog.reset();
  });
});

describe.skipIf(available !== true && !mustRun)(
  'a WordPress in a folder, with plain addresses',
  { timeout: 120_000 },
  () => {
    let blog: WordPressSite;

    beforeAll(async () => {
      blog = await startWordPress({ subdirectory: 'blog', permalinks: 'plain' });
    }, 300_000);
    afterAll(() => blog?.remove());

    it('is found, written to and read', async () => {
      const site = await discovered(`${blog.url}/?p=1`);
      expect(site.endpoints.rest).toContain('rest_route=/');
      const connection = { site, credential: { username: 'author', password: blog.users.author.applicationPassword } };
      const world: ContractWorld = {
        target,
        connection,
        typedAddress: blog.url,
        read,
        bytesAt,
        feedAddress: `${blog.url}/?feed=rss2`,
        now: Date.now,
      };
      for (const { keeps } of targetContract) await keeps(world);
    });
  },
);
