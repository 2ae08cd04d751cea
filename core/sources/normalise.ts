import { parseWebAddress } from './address.ts';

/** Parameters that only tell a site where its reader came from; taken out, the address leads to the same page. */
const trackers =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_(?:medium|campaign|link_\w+|format|ptr_name)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid?|mc_[ce]id|mkt_tok|vero_id|_hsenc|_hsmi|__hs\w+|oly_(?:anon|enc)_id|ref_src|ref_url|guce_\w+|guccounter|cmpid|ncid|ns_(?:campaign|mchannel|source|linkname)|s_cid|wt_mc|xtor|__twitter_impression)$/i;

/** Pages that only lead on to the address in one of their parameters, by host and path. */
const redirects: readonly (readonly [place: RegExp, parameters: readonly string[]])[] = [
  [/^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})\/url$/, ['q', 'url']],
  [/^lm?\.facebook\.com\/l\.php$/, ['u']],
  [/^l\.instagram\.com\/$/, ['u']],
  [/^(?:www\.)?youtube\.com\/redirect$/, ['q']],
  [/^out\.reddit\.com\//, ['url']],
  [/^slack-redir\.net\/link$/, ['url']],
  [/^[a-z0-9-]+\.safelinks\.protection\.outlook\.com\//, ['url']],
];

const nameOf = (parameter: string): string => parameter.split('=', 1)[0] ?? '';

const leadsTo = (url: URL): string | null => {
  const place = `${url.hostname}${url.pathname}`;
  const parameters = redirects.find(([pattern]) => pattern.test(place))?.[1] ?? [];
  const named = parameters.map((name) => url.searchParams.get(name)).find((value) => value !== null);
  return named !== undefined && named !== null && parseWebAddress(named) ? named : null;
};

/**
 * A web address without what follows its reader: campaign parameters, click identifiers, and redirects of search engines
 * and networks that carry the real address. All other characters stay as they are; what is no web address is unchanged.
 */
export const withoutTrackers = (address: string): string => {
  const url = parseWebAddress(address);
  if (!url) return address;
  const target = leadsTo(url);
  if (target !== null) return withoutTrackers(target);
  const [page = '', ...rest] = address.split('#');
  const at = page.indexOf('?');
  if (at < 0) return address;
  const parameters = page.slice(at + 1).split('&');
  const kept = parameters.filter((parameter) => !trackers.test(nameOf(parameter)));
  if (kept.length === parameters.length) return address;
  const query = kept.length > 0 ? `?${kept.join('&')}` : '';
  return [page.slice(0, at) + query, ...rest].join('#');
};

/**
 * What two addresses of the same article have in common: host without `www.`, `m.` and `amp.`, path without its last
 * slash, remaining parameters in order of their names; neither scheme nor fragment. Null for what is no web address.
 */
export const pageKey = (address: string): string | null => {
  const url = parseWebAddress(withoutTrackers(address.trim()));
  if (!url) return null;
  const host = url.host.replace(/^(?:www|m|mobile|amp)\.(?=.*\.)/, '');
  const path = url.pathname.replace(/\/(?:amp\/?)?$/, '');
  url.searchParams.sort();
  return `${host}${path}${url.search}`;
};
