import { randomUUID } from 'node:crypto';
import type { Discovery } from '../../../core/ipc.ts';
import { isInsecureAddress } from '../../../core/publishing/address.ts';
import { type Blog, type BlogId, blogIdSchema } from '../../../core/publishing/blog.ts';
import type { HandOff } from '../../../core/publishing/hand-off.ts';
import type { Http } from '../../../core/publishing/http.ts';
import type { Connection, Credential, Site, Target, TargetId } from '../../../core/publishing/target.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';
import type { OpenReturnPath } from './return-path.ts';
import type { Vault } from './vault.ts';

/** How long a sign-in in the browser is waited for; milliseconds. */
export const signInPatience = 10 * 60_000;

export type AccountsParts = {
  readonly targets: Readonly<Record<TargetId, Target>>;
  readonly handOffs: Readonly<Partial<Record<TargetId, HandOff>>>;
  readonly http: Http;
  /** From a typed address to a site, over all targets. */
  readonly discover: (address: string, signal?: AbortSignal) => Promise<Result<Site>>;
  readonly blogs: LibraryClient['blogs'];
  readonly vault: Vault;
  readonly openReturnPath: OpenReturnPath;
  readonly openBrowser: (address: string) => Promise<unknown>;
  /** A sign-in in the browser ended, well or not; a cancelled one is not told. */
  readonly onSignInEnded: (end: Result<Blog>) => void;
  /** The list of blogs is no longer what it was. */
  readonly onChanged: () => void;
};

type PasswordSignIn = {
  readonly discovery: string;
  readonly username: string;
  readonly password: string;
  readonly allowInsecure: boolean;
};

/** The writer's blogs: finding, connecting, keeping and leaving them. */
export type Accounts = ReturnType<typeof makeAccounts>;

/** Whether a password for this site could be read on its way there. */
const isInsecure = (site: Site): boolean =>
  [site.address, ...Object.values(site.endpoints)].some((it) => URL.canParse(it) && isInsecureAddress(it));

/** Constructs the accounts over their parts. Discoveries are kept for this run only; everything else is in library and vault. */
export const makeAccounts = (parts: AccountsParts) => {
  const { blogs, vault } = parts;
  const discoveries = new Map<string, Site>();
  let cancelSignIn = (): void => {};

  const discover = async (address: string): Promise<Result<Discovery>> => {
    const found = await parts.discover(address);
    if (!found.ok) return found;
    const id = randomUUID();
    discoveries.set(id, found.value);
    return ok({ id, site: found.value, insecure: isInsecure(found.value) });
  };

  /** The site of a discovery, if it may be signed in to this way. */
  const siteOf = (id: string, allowInsecure: boolean): Result<Site> => {
    const site = discoveries.get(id);
    if (!site) return failed('app/bad-request', { detail: 'This discovery is not known; look for the blog again.' });
    if (isInsecure(site) && !allowInsecure) return failed('blog/insecure', { params: { address: site.address } });
    return ok(site);
  };

  /** What the blog says about us now. Its three questions are asked at once. */
  const lookAt = async (connection: Connection) => {
    const target = parts.targets[connection.site.target];
    const account = await target.signIn(connection);
    if (!account.ok) return account;
    const [capabilities, taxonomy] = await Promise.all([target.capabilities(connection), target.taxonomy(connection)]);
    if (!capabilities.ok) return capabilities;
    if (!taxonomy.ok) return taxonomy;
    return ok({ account: account.value, capabilities: capabilities.value, taxonomy: taxonomy.value });
  };

  /** The id of this account's blog: one that is or was connected keeps its id, so that nothing is posted twice. */
  const idFor = async (site: Site, userId: string): Promise<Result<BlogId>> => {
    const known = await blogs.list();
    if (!known.ok) return known;
    const same = known.value.find(
      (it) => it.site.target === site.target && it.site.address === site.address && it.account?.userId === userId,
    );
    if (same) return ok(same.id);
    const former = await blogs.formerId({ target: site.target, address: site.address, userId });
    if (!former.ok) return former;
    return ok(former.value ?? blogIdSchema.parse(randomUUID()));
  };

  const connect = async (site: Site, credential: Credential): Promise<Result<Blog>> => {
    const seen = await lookAt({ site, credential });
    if (!seen.ok) return seen;
    const id = await idFor(site, seen.value.account.userId);
    if (!id.ok) return id;
    await vault.put(id.value, credential);
    const blog: Blog = { id: id.value, site, ...seen.value, signedIn: true };
    const stored = await blogs.put(blog);
    if (!stored.ok) return stored;
    parts.onChanged();
    return ok(blog);
  };

  const signInWithPassword = async (input: PasswordSignIn): Promise<Result<Blog>> => {
    const site = siteOf(input.discovery, input.allowInsecure);
    if (!site.ok) return site;
    return connect(site.value, { username: input.username.trim(), password: input.password });
  };

  /** Opens the platform's page; how it ended is told by `onSignInEnded`. A second one takes the place of the first. */
  const startHandOff = async (discovery: string, allowInsecure: boolean): Promise<Result<void>> => {
    const found = siteOf(discovery, allowInsecure);
    if (!found.ok) return found;
    const site = found.value;
    const handOff = parts.handOffs[site.target];
    if (!handOff || !site.signIn.includes('hand-off')) return failed('blog/no-sign-in');
    cancelSignIn();

    const way = await parts.openReturnPath(site.target, randomUUID());
    const page = handOff.page(site, way.address);
    if (page === null) {
      way.close();
      return failed('blog/no-sign-in');
    }
    const ended = Promise.withResolvers<'cancelled' | 'timeout'>();
    const timer = setTimeout(() => ended.resolve('timeout'), signInPatience);
    cancelSignIn = () => ended.resolve('cancelled');
    void Promise.race([way.arrival, ended.promise])
      .then(async (outcome) => {
        clearTimeout(timer);
        way.close();
        if (outcome === 'cancelled') return;
        if (outcome === 'timeout') return parts.onSignInEnded(failed('blog/sign-in-timeout'));
        const credential = handOff.credential(site, outcome);
        parts.onSignInEnded(credential.ok ? await connect(site, credential.value) : credential);
      })
      .catch((error: unknown) => parts.onSignInEnded(failed('app/bug', { detail: String(error) })));
    await parts.openBrowser(page);
    return ok(undefined);
  };

  /** A stored row as it is today: signed in only as long as its secret is at hand. */
  const current = async (blog: Blog): Promise<Blog> => ({
    ...blog,
    signedIn: blog.site.signIn.includes('none') || (blog.signedIn && (await vault.holds(blog.id))),
  });

  const list = async (): Promise<Result<readonly Blog[]>> => {
    const stored = await blogs.list();
    return stored.ok ? ok(await Promise.all(stored.value.map(current))) : stored;
  };

  const blogOf = async (id: BlogId): Promise<Result<Blog>> => {
    const stored = await blogs.get({ id });
    if (!stored.ok) return stored;
    return stored.value ? ok(await current(stored.value)) : failed('blog/not-found');
  };

  /** A blog with what is needed to write to it; `blog/signed-out` when its secret is gone. */
  const connectionOf = async (id: BlogId): Promise<Result<Connection>> => {
    const blog = await blogOf(id);
    if (!blog.ok) return blog;
    const { site, signedIn } = blog.value;
    if (site.signIn.includes('none')) return ok({ site, credential: null });
    const credential = signedIn ? await vault.get(id) : ok(null);
    if (!credential.ok) return credential;
    return credential.value
      ? ok({ site, credential: credential.value })
      : failed('blog/signed-out', { params: { blog: site.name } });
  };

  const refresh = async (id: BlogId): Promise<Result<Blog>> => {
    const blog = await blogOf(id);
    if (!blog.ok) return blog;
    const connection = await connectionOf(id);
    if (!connection.ok) return connection;
    const seen = await lookAt(connection.value);
    const isRefused = !seen.ok && seen.error.code === 'blog/wrong-password';
    if (!seen.ok && !isRefused) return seen;
    const next: Blog = seen.ok ? { ...blog.value, ...seen.value, signedIn: true } : { ...blog.value, signedIn: false };
    const stored = await blogs.put(next);
    parts.onChanged();
    if (!seen.ok) return seen;
    return stored.ok ? ok(next) : stored;
  };

  /**
   * Forgets secret and row; publications stay with the library, and what was published stays on the blog. A password
   * that the blog made for this app is taken back if the blog can be reached; nobody waits for that.
   */
  const disconnect = async (id: BlogId): Promise<Result<void>> => {
    const connection = await connectionOf(id);
    await vault.delete(id);
    const gone = await blogs.disconnect({ id });
    parts.onChanged();
    if (gone.ok && connection.ok)
      void parts.handOffs[connection.value.site.target]?.revoke(parts.http, connection.value);
    return gone;
  };

  /**
   * A blog that needs no connecting: there from the first start under a fixed id, and where its folder is now. One that
   * the writer took off the list stays off.
   */
  const keepBuiltIn = async (id: BlogId, site: Site): Promise<Result<void>> => {
    const stored = await blogs.get({ id });
    if (!stored.ok) return stored;
    if (stored.value?.site.address === site.address) return ok(undefined);
    const former = await blogs.formerId({ target: site.target, address: site.address, userId: null });
    if (!former.ok) return former;
    if (!stored.value && former.value === id) return ok(undefined);
    const seen = await lookAt({ site, credential: null });
    if (!seen.ok) return seen;
    const put = await blogs.put({ id, site, ...seen.value, signedIn: true });
    parts.onChanged();
    return put;
  };

  return {
    keepBuiltIn,
    discover,
    signInWithPassword,
    startHandOff,
    /** Stops waiting for the browser. */
    cancelHandOff: (): void => cancelSignIn(),
    list,
    blogOf,
    connectionOf,
    refresh,
    disconnect,
  };
};
