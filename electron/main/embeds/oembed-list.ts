import providers from 'oembed-providers/providers.json' with { type: 'json' };
import { type ListedEmbed, oembedQuestion } from '../../../core/embeds/embed-reading.ts';

type Listed = {
  readonly site: string;
  readonly endpoint: string;
  readonly scheme: RegExp;
  readonly isCertain: boolean;
};

/** Hosts that hold nothing but what is to be shown. */
const showingHost = /^(?:play|players?|embeds?|iframe|share|show|watch|view|viewer|vod|video|live|public)\./;

/** Parts of sites that hold articles. */
const articles = /\/(?:news|articles?|sport|style|culture|features)\//;

/**
 * Whether everything of this form is to be shown: its path says what it leads to (`/video/*`), or its host does. One that says nothing (`/*`) takes in
 * every page of a site.
 */
const isCertain = (host: string, path: string): boolean =>
  /[^*/]/.test(path) ? !articles.test(path) : showingHost.test(host);

/**
 * An address with wildcards (https://oembed.com, 2.1): in the host a part of it, in the path one part, at the end whatever follows. A folder
 * without any is meant with what lies in it.
 */
const listedAs = (scheme: string): Pick<Listed, 'scheme' | 'isCertain'> | null => {
  const [, host, path = '/*'] = /^(?:- )?https?:\/\/([^/]+)(\/.*?)?,?$/.exec(scheme) ?? [];
  if (host === undefined) return null;
  const plain = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const whole = path.includes('*') ? path : path.replace(/\/$/, '/*');
  const hosts = plain(host).replaceAll('*', '[a-z0-9-]+');
  const paths = plain(whole).replace(/\*+$/, '\u0000').replaceAll('*', '[^/?#]+').replace('\u0000', '.*');
  return { scheme: new RegExp(`^https?://${hosts}${paths}$`, 'i'), isCertain: isCertain(host, path) };
};

/** Facebook's and Instagram's ask for the key of a registered application. */
const isOpen = (endpoint: string): boolean => !endpoint.startsWith('https://graph.facebook.com/');

const listed: readonly Listed[] = providers.flatMap(({ provider_name: site, endpoints }) =>
  endpoints.flatMap(({ url, schemes = [] }: { readonly url: string; readonly schemes?: readonly string[] }) => {
    const endpoint = url.replace('{format}', 'json').replace(/^http:/, 'https:');
    if (!URL.canParse(endpoint) || !isOpen(endpoint)) return [];
    return schemes.flatMap((scheme) => {
      const form = listedAs(scheme);
      return form ? [{ site, endpoint, ...form }] : [];
    });
  }),
);

/**
 * The question about a page at the endpoint that the list of https://oembed.com (`oembed-providers`) names for its site; null for a site that is not in it. Loaded
 * with the first page of a site that is not in our own table.
 */
export const listedOembed = (page: string): string | null => {
  const found = listed.find(({ scheme }) => scheme.test(page));
  return found ? oembedQuestion(found.endpoint, page) : null;
};

/** What the list says of an address; null where it says nothing, and for the front page of a site that it has as a whole. */
export const listedEmbed = (page: string): ListedEmbed | null => {
  const found = listed.filter(({ scheme }) => scheme.test(page));
  const best = found.find((form) => form.isCertain) ?? found[0];
  if (!best || (!best.isCertain && new URL(page).pathname === '/')) return null;
  return { site: best.site, isCertain: best.isCertain };
};
