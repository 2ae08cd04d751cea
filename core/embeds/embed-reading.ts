import type { Sha256 } from '../document/media.ts';
import type { Embed } from './embed-address.ts';
import { embedProvider } from './providers.ts';

/** What the site of an embed says of it. Texts are one line each and empty where it says nothing. */
export type EmbedReading = {
  readonly title: string;
  /** Who published it there. */
  readonly author: string;
  /** Pixels of the player, for its shape; null where it has none. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Its still picture, in the library. */
  readonly thumbnail: Sha256 | null;
  /** What its address, a short link, leads to; null for every other one. */
  readonly leadsTo: Pick<Embed, 'url' | 'start'> | null;
};

/** What the public list of oEmbed says of an address that is not of our own table. */
export type ListedEmbed = {
  /** What the list calls its site. */
  readonly site: string;
  /** False where the list names every page of the site, articles as well: only the writer knows what is meant. */
  readonly isCertain: boolean;
};

/** Whether anybody can be asked about an embed: an oEmbed endpoint, or the page itself where the site is not known. */
export const canBeAsked = ({ provider }: Pick<Embed, 'provider'>): boolean => {
  const site = embedProvider(provider);
  return site === null || site.oembed !== undefined || site.isShort === true;
};

/** The question about a page at an oEmbed endpoint (https://oembed.com, 2.2). */
export const oembedQuestion = (endpoint: string, page: string): string => {
  const question = new URL(endpoint);
  question.searchParams.set('url', page);
  question.searchParams.set('format', 'json');
  return question.href;
};

/** Where the oEmbed of an embed's site answers about it; null where it has none. */
export const oembedOf = ({ provider, id, url }: Embed): string | null => {
  const endpoint = embedProvider(provider)?.oembed;
  if (endpoint === undefined) return null;
  return oembedQuestion(typeof endpoint === 'string' ? endpoint : endpoint(id), url);
};
