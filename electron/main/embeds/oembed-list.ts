import providers from 'oembed-providers/providers.json' with { type: 'json' };
import { oembedQuestion } from '../../../core/embeds/embed-reading.ts';

type Listed = { readonly scheme: RegExp; readonly endpoint: string };

/** An address with wildcards (https://oembed.com, 2.1): in the host a part of it, in the path one part, at the end whatever follows. */
const patternOf = (scheme: string): RegExp | null => {
  const [, host, path] = /^https?:\/\/([^/]+)(\/.*)?$/.exec(scheme) ?? [];
  if (host === undefined) return null;
  const plain = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const hosts = plain(host).replaceAll('*', '[a-z0-9-]+');
  const paths = plain(path ?? '/*')
    .replace(/\*$/, '\u0000')
    .replaceAll('*', '[^/?#]+')
    .replace('\u0000', '.*');
  return new RegExp(`^https?://${hosts}${paths}$`, 'i');
};

/** Facebook's and Instagram's ask for the key of a registered application. */
const isOpen = (endpoint: string): boolean => !endpoint.startsWith('https://graph.facebook.com/');

const listed: readonly Listed[] = providers.flatMap(({ endpoints }) =>
  endpoints.flatMap(({ url, schemes = [] }: { readonly url: string; readonly schemes?: readonly string[] }) => {
    const endpoint = url.replace('{format}', 'json').replace(/^http:/, 'https:');
    if (!URL.canParse(endpoint) || !isOpen(endpoint)) return [];
    return schemes.flatMap((scheme) => {
      const pattern = patternOf(scheme);
      return pattern ? [{ scheme: pattern, endpoint }] : [];
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
