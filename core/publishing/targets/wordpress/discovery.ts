import { fromHtml } from 'hast-util-from-html';
import { z } from 'zod';
import { elementsIn } from '../../../rendering/tree.ts';
import { failed, isTransient, ok, type Result, type Trouble } from '../../../trouble.ts';
import { isLocalAddress, typedAddresses } from '../../address.ts';
import { type PageHead, pageHead, plainText } from '../../html-page.ts';
import type { Http, HttpAnswer } from '../../http.ts';
import { headerLinks } from '../../link-header.ts';
import type { Site } from '../../target.ts';
import { jsonOf, refusalOf, restAddress } from './rest.ts';

const apiRelation = 'https://api.w.org/';

const authenticationSchema = z.object({
  'application-passwords': z.object({ endpoints: z.object({ authorization: z.string() }) }).optional(),
});

const indexSchema = z.object({
  name: z.string().default(''),
  home: z.string().optional(),
  url: z.string().optional(),
  namespaces: z.array(z.string()),
  /** An empty array where application passwords are off, an object otherwise. */
  authentication: z
    .union([z.array(z.unknown()).transform((): z.infer<typeof authenticationSchema> => ({})), authenticationSchema])
    .default({}),
});

type Page = { readonly answer: HttpAnswer; readonly head: PageHead };

const isHtml = (answer: HttpAnswer): boolean => /html/i.test(answer.headers['content-type'] ?? '');

const get = (http: Http, url: string, accept: string, signal?: AbortSignal): Promise<Result<HttpAnswer>> =>
  http({
    method: 'GET',
    url,
    headers: { accept },
    timeout: 20_000,
    redirects: 5,
    ...(signal ? { signal } : {}),
  });

const readPage = async (http: Http, address: string, signal?: AbortSignal): Promise<Result<Page>> => {
  const answered = await get(http, address, 'text/html,application/xhtml+xml,*/*;q=0.8', signal);
  if (!answered.ok) return answered;
  const answer = answered.value;
  const html = isHtml(answer) ? new TextDecoder().decode(answer.body) : '';
  return ok({ answer, head: pageHead(html, answer.url) });
};

const isWeb = (address: string): boolean => URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);

/**
 * A REST address named by a page, made fit to receive a password: a page read over https whose site still calls itself
 * http gets https, and a public page cannot point into a private network.
 */
const trusted = (root: string, page: string): string | null => {
  if (!isWeb(root)) return null;
  const url = new URL(root);
  const from = new URL(page);
  if (from.protocol === 'https:' && url.protocol === 'http:' && url.hostname === from.hostname) url.protocol = 'https:';
  return isLocalAddress(url.href) && !isLocalAddress(page) ? null : url.href;
};

const rsdRoot = async (http: Http, page: Page, signal?: AbortSignal): Promise<string | null> => {
  const rsd = page.head.links.find((link) => link.rel.includes('edituri'));
  if (!rsd || !trusted(rsd.href, page.answer.url)) return null;
  const answered = await get(http, rsd.href, 'application/rsd+xml,text/xml;q=0.9', signal);
  if (!answered.ok) return null;
  // RSD has no mixed content: an HTML5 parser reads its elements and attributes well enough, and never runs anything.
  const apis = elementsIn(fromHtml(new TextDecoder().decode(answered.value.body), { fragment: true }), 'api');
  const link = apis.find((api) => String(api.properties.name) === 'WP-API')?.properties;
  return link ? String(link.apiLink ?? link.apilink ?? '') || null : null;
};

/** The REST root that a page announces: in its `Link` header, in its head, or by way of its RSD file. */
const announcedRoot = async (http: Http, page: Page, signal?: AbortSignal): Promise<string | null> => {
  const { url, headers } = page.answer;
  const inHeader = headerLinks(headers.link ?? '').find((link) => link.rel.includes(apiRelation));
  const inHead = page.head.links.find((link) => link.rel.includes(apiRelation));
  const named = inHeader?.address ?? inHead?.href ?? (await rsdRoot(http, page, signal));
  return named && URL.canParse(named, url) ? trusted(new URL(named, url).href, url) : null;
};

const looksLikeWordPress = ({ head }: Page): boolean =>
  head.generators.some((generator) => /^wordpress\b/i.test(generator)) ||
  head.links.some((link) => link.rel.includes('edituri') && /xmlrpc\.php/.test(link.href));

/** "WordPress 7.1", as far as the page says so: many sites hide the version. */
const platformOf = (head: PageHead): string => {
  const [, version] =
    /^wordpress\s+(\d+\.\d+)/i.exec(head.generators.find((each) => /^wordpress/i.test(each)) ?? '') ?? [];
  return version ? `WordPress ${version}` : 'WordPress';
};

/**
 * Whether the page that hands passwords out belongs to the site that will be sent them. Otherwise anybody's blog could
 * name the page of another one, where the writer is signed in, and be brought that one's password.
 */
const isSameSite = (authorization: string, root: string): boolean => {
  const hostOf = (address: string): string => new URL(address).host.replace(/^www\./, '');
  return hostOf(authorization) === hostOf(root);
};

const readIndex = async (http: Http, root: string, page: Page, signal?: AbortSignal): Promise<Result<Site>> => {
  const fields = 'name,url,home,namespaces,authentication';
  const answered = await get(http, restAddress(root, '', { _fields: fields }), 'application/json', signal);
  if (!answered.ok) return answered;
  const { host } = new URL(root);
  const site = { target: 'wordpress', platform: platformOf(page.head) } as const;
  const parsed = indexSchema.safeParse(jsonOf(answered.value));
  if (parsed.success && answered.value.status === 200 && parsed.data.namespaces.includes('wp/v2')) {
    const { name, home, url, authentication } = parsed.data;
    const authorization = authentication['application-passwords']?.endpoints.authorization;
    if (!authorization || !isWeb(authorization)) return failed('blog/no-sign-in', { params: { host } });
    const address = [home, url].find((each) => each && isWeb(each)) ?? new URL(root).origin;
    const title = plainText(name).trim() || host;
    return ok(
      isSameSite(authorization, root)
        ? { ...site, address, name: title, endpoints: { rest: root, authorization }, signIn: ['hand-off', 'password'] }
        : { ...site, address, name: title, endpoints: { rest: root }, signIn: ['password'] },
    );
  }
  const { error, rest } = refusalOf(answered.value, 'read');
  // A blog for members only answers this to strangers on every address; an application password still opens it.
  if (answered.value.status === 401 && rest) {
    return ok({ ...site, address: page.answer.url, name: host, endpoints: { rest: root }, signIn: ['password'] });
  }
  if (isTransient(error)) return { ok: false, error };
  return failed('blog/api-disabled', { params: { host }, ...(error.detail ? { detail: error.detail } : {}) });
};

/** The address and every folder above it: sign-in pages and files announce nothing, their site does. */
const withParents = (address: string): readonly string[] => {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter(Boolean);
  const parents = parts.map(
    (_, index) => new URL(`/${parts.slice(0, index).join('/')}${index > 0 ? '/' : ''}`, url).href,
  );
  return [url.href, ...parents.reverse()].slice(0, 8);
};

type Search = { readonly site: Site | null; readonly error: Trouble | null };

const searchFrom = async (http: Http, address: string, signal?: AbortSignal): Promise<Result<Search>> => {
  let hidden: Page | null = null;
  for (const candidate of withParents(address)) {
    const page = await readPage(http, candidate, signal);
    if (!page.ok) return page;
    const root = await announcedRoot(http, page.value, signal);
    if (root) {
      const site = await readIndex(http, root, page.value, signal);
      return ok(site.ok ? { site: site.value, error: null } : { site: null, error: site.error });
    }
    if (looksLikeWordPress(page.value)) hidden ??= page.value;
  }
  if (!hidden) return ok({ site: null, error: null });
  const { host } = new URL(hidden.answer.url);
  const detail = 'The page says it is made by WordPress but names no REST address';
  return ok({ site: null, error: failed('blog/api-disabled', { params: { host }, detail }).error });
};

/**
 * Finds a WordPress from an address as a person types it. Null: something answers there, and it is no WordPress.
 * Sources: developer.wordpress.org/rest-api/using-the-rest-api/discovery, and the RSD file as a second road.
 */
export const discoverWordPress = async (
  http: Http,
  typed: string,
  signal?: AbortSignal,
): Promise<Result<Site | null>> => {
  const addresses = typedAddresses(typed);
  if (!addresses.ok) return addresses;
  let unreachable: Trouble | null = null;
  let answered = false;
  for (const address of addresses.value) {
    const search = await searchFrom(http, address, signal);
    if (!search.ok) {
      unreachable ??= search.error;
      continue;
    }
    answered = true;
    if (search.value.site) return ok(search.value.site);
    if (search.value.error) return { ok: false, error: search.value.error };
  }
  return unreachable && !answered ? { ok: false, error: unreachable } : ok(null);
};
