import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Blog, type BlogId, blogIdSchema } from '../../../core/publishing/blog.ts';
import type { Site, Target } from '../../../core/publishing/target.ts';
import { wordpressHandOff } from '../../../core/publishing/targets/wordpress/hand-off.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';
import { type Accounts, makeAccounts, signInPatience } from './accounts.ts';
import { memoryVault } from './memory-vault.ts';
import { makeSchemeReturn } from './scheme-return.ts';

const site: Site = {
  target: 'wordpress',
  address: 'https://blog.example/',
  name: 'A blog',
  platform: 'WordPress 7.1',
  endpoints: { rest: 'https://blog.example/wp-json/', authorization: 'https://blog.example/authorize' },
  signIn: ['hand-off', 'password'],
};
const capabilities = {
  publish: true,
  uploadMedia: true,
  schedule: true,
  createTags: true,
  createCategories: true,
  categories: true,
  tags: true,
  featuredImage: true,
  unfilteredHtml: true,
  timeZone: 'Europe/Lisbon',
};

/** A platform with one account, ann, and nothing but the calls that accounts make. */
const platform = (passwords: ReadonlySet<string>): Target => {
  const unused = () => Promise.reject(new Error('Accounts do not publish.'));
  return {
    id: 'wordpress',
    discover: unused,
    signIn: async ({ credential }) =>
      credential === null || passwords.has(credential.password)
        ? ok({ userId: '7', username: credential?.username ?? 'you', displayName: 'Ann', role: 'author' })
        : failed('blog/wrong-password'),
    capabilities: async () => ok(capabilities),
    taxonomy: async () => ok({ categories: [], tags: [] }),
    uploadMedia: unused,
    createDraft: unused,
    update: unused,
    publish: unused,
    find: unused,
    fetch: unused,
    list: unused,
    remove: unused,
  };
};

/** The blogs of a library, in memory. */
const blogRows = (): LibraryClient['blogs'] => {
  const rows = new Map<BlogId, Blog>();
  const former = new Map<BlogId, Blog>();
  return {
    list: async () => ok([...rows.values()]),
    get: async ({ id }) => ok(rows.get(id) ?? null),
    put: async (blog) => {
      rows.set(blog.id, blog);
      return ok(undefined);
    },
    disconnect: async ({ id }) => {
      const row = rows.get(id);
      if (row) former.set(id, row);
      rows.delete(id);
      return ok(undefined);
    },
    formerId: async ({ address }) => ok([...former.values()].find((it) => it.site.address === address)?.id ?? null),
  };
};

let accounts: Accounts;
let found: Result<Site>;
let passwords: Set<string>;
let opened: string[];
let ended: Result<Blog>[];
let revoked: string[];
let returns: ReturnType<typeof makeSchemeReturn>;
let vault: ReturnType<typeof memoryVault>;

beforeEach(() => {
  found = ok(site);
  passwords = new Set(['right']);
  opened = [];
  ended = [];
  revoked = [];
  returns = makeSchemeReturn();
  vault = memoryVault();
  const target = platform(passwords);
  accounts = makeAccounts({
    targets: { wordpress: target, 'practice-blog': target },
    handOffs: {
      wordpress: {
        ...wordpressHandOff,
        revoke: async (_http, { credential }) => {
          revoked.push(credential?.password ?? '');
          return ok(undefined);
        },
      },
    },
    http: async () => failed('network/offline'),
    discover: async () => found,
    blogs: blogRows(),
    vault,
    openReturnPath: returns.open,
    openBrowser: async (address) => opened.push(address),
    onSignInEnded: (end) => ended.push(end),
    onChanged: () => {},
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const discovered = async (): Promise<string> => {
  const discovery = await accounts.discover('blog.example');
  if (!discovery.ok) throw new Error('nothing found');
  return discovery.value.id;
};
const signIn = async (password = 'right', allowInsecure = false): Promise<Result<Blog>> =>
  accounts.signInWithPassword({ discovery: await discovered(), username: ' ann ', password, allowInsecure });
const connected = async (): Promise<Blog> => {
  const blog = await signIn();
  if (!blog.ok) throw new Error(blog.error.code);
  return blog.value;
};

describe('signing in with a password', () => {
  test('connects the blog, with its secret in the vault and nowhere in the row', async () => {
    const blog = await connected();
    expect(blog).toMatchObject({ site, account: { role: 'author' }, capabilities, signedIn: true });
    expect(JSON.stringify(await accounts.list())).not.toContain('right');
    expect(await accounts.connectionOf(blog.id)).toEqual(
      ok({ site, credential: { username: 'ann', password: 'right' } }),
    );
  });

  test('keeps nothing when the password is wrong', async () => {
    expect(await signIn('wrong')).toMatchObject({ error: { code: 'blog/wrong-password' } });
    expect(await accounts.list()).toEqual(ok([]));
  });

  test('asks for the word of the writer before a password goes over plain http', async () => {
    found = ok({ ...site, endpoints: { rest: 'http://blog.example/wp-json/' } });
    expect(await accounts.discover('blog.example')).toMatchObject({ value: { insecure: true } });
    expect(await signIn()).toMatchObject({ error: { code: 'blog/insecure' } });
    expect(await signIn('right', true)).toMatchObject({ ok: true });
  });

  test('to the same account again keeps the id, even after leaving', async () => {
    const { id } = await connected();
    expect(await signIn()).toMatchObject({ value: { id } });
    await accounts.disconnect(id);
    expect(revoked).toEqual(['right']);
    expect(await accounts.connectionOf(id)).toMatchObject({ error: { code: 'blog/not-found' } });
    expect(await signIn()).toMatchObject({ value: { id } });
    expect(await accounts.list()).toMatchObject({ value: [{ id }] });
  });
});

describe('signing in on the page of the platform', () => {
  const returnAddress = (): URL => new URL(String(new URL(String(opened.at(-1))).searchParams.get('success_url')));
  const comeBack = (query: Readonly<Record<string, string>>): void => {
    const address = returnAddress();
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    returns.deliver(address.href);
  };

  test('connects the blog with what the page sends back, once', async () => {
    expect(await accounts.startHandOff(await discovered(), false)).toEqual(ok(undefined));
    comeBack({ user_login: 'ann', password: 'right' });
    comeBack({ user_login: 'eve', password: 'right' });
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended).toMatchObject([{ ok: true, value: { account: { username: 'ann' } } }]);
  });

  test('tells when the writer declined there', async () => {
    await accounts.startHandOff(await discovered(), false);
    comeBack({ success: 'false' });
    await vi.waitFor(() => expect(ended).toMatchObject([{ error: { code: 'blog/sign-in-declined' } }]));
  });

  test('ends after ten minutes', async () => {
    vi.useFakeTimers();
    await accounts.startHandOff(await discovered(), false);
    await vi.advanceTimersByTimeAsync(signInPatience);
    expect(ended).toMatchObject([{ error: { code: 'blog/sign-in-timeout' } }]);
  });

  test('takes no answer once it is cancelled', async () => {
    await accounts.startHandOff(await discovered(), false);
    const late = returnAddress();
    accounts.cancelHandOff();
    await accounts.startHandOff(await discovered(), false);
    late.searchParams.set('user_login', 'eve');
    late.searchParams.set('password', 'right');
    returns.deliver(late.href);
    comeBack({ user_login: 'ann', password: 'right' });
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(ended).toMatchObject([{ value: { account: { username: 'ann' } } }]);
  });

  test('is not offered where the site has no such page', async () => {
    found = ok({ ...site, signIn: ['password'] });
    expect(await accounts.startHandOff(await discovered(), false)).toMatchObject({
      error: { code: 'blog/no-sign-in' },
    });
    expect(opened).toEqual([]);
  });
});

describe('a built-in blog', () => {
  const builtIn = blogIdSchema.parse('3f0e6c1a-8d3b-4f6e-9a77-2b1c0d9e8f70');
  const folder: Site = { ...site, target: 'practice-blog', address: 'file:///data/site/index.html', signIn: ['none'] };

  test('is there without connecting, moves with its folder, and needs no secret', async () => {
    await accounts.keepBuiltIn(builtIn, folder);
    const moved = { ...folder, address: 'file:///elsewhere/site/index.html' };
    await accounts.keepBuiltIn(builtIn, moved);
    expect(await accounts.list()).toMatchObject({ value: [{ id: builtIn, site: moved, signedIn: true }] });
    expect(await accounts.connectionOf(builtIn)).toEqual(ok({ site: moved, credential: null }));
  });

  test('stays off the list when the writer took it off', async () => {
    await accounts.keepBuiltIn(builtIn, folder);
    await accounts.disconnect(builtIn);
    await accounts.keepBuiltIn(builtIn, folder);
    expect(await accounts.list()).toEqual(ok([]));
  });
});

describe('a connected blog', () => {
  test('is signed out once its secret is gone', async () => {
    const { id } = await connected();
    await vault.delete(id);
    expect(await accounts.list()).toMatchObject({ value: [{ id, signedIn: false }] });
    expect(await accounts.connectionOf(id)).toMatchObject({ error: { code: 'blog/signed-out' } });
  });

  test('is signed out when the blog refuses its password', async () => {
    const { id } = await connected();
    passwords.clear();
    expect(await accounts.refresh(id)).toMatchObject({ error: { code: 'blog/wrong-password' } });
    expect(await accounts.list()).toMatchObject({ value: [{ id, signedIn: false }] });
  });
});
