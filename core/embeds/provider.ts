/** What is shown: something to watch, something to listen to, or words and pictures that somebody posted. */
export type EmbedKind = 'video' | 'audio' | 'post';

/** How the block editor of WordPress writes an embed that WordPress makes the player of by itself. */
export type WordPressEmbed = {
  /** The `providerNameSlug` of the block editor's variation. */
  readonly slug: string;
  readonly type: 'video' | 'rich' | 'photo';
  /** The variation has no `responsive`. */
  readonly fixed?: true;
  /** The page in the form that WordPress knows, where that is another one. */
  readonly page?: (id: string) => string;
};

/** A site whose videos, recordings or posts can stand in a post. */
export type EmbedProvider = {
  /** What people call it. */
  readonly name: string;
  readonly kind: EmbedKind;
  /**
   * Its addresses: tried on host (without `www.`, `m.`, `mobile.`), path (without the last slash) and the parameters in `keys`. The groups,
   * joined by slashes, are the id; they hold nothing that would need escaping in an address.
   */
  readonly forms: readonly RegExp[];
  /** The parameters that say which one is meant; all others only follow the reader. */
  readonly keys?: readonly string[];
  /** The page of one, which `forms` know. */
  readonly page: (id: string) => string;
  /** The same page from a second on, where the site can do that. */
  readonly pageAt?: (page: string, seconds: number) => string;
  /** The address of a player for a frame, in the form that keeps the least; `seconds` is 0 for the beginning. */
  readonly player?: (id: string, seconds: number) => string;
  /** Where its oEmbed answers, for any page or for that of an id. */
  readonly oembed?: string | ((id: string) => string);
  /**
   * Statuses of its oEmbed that say more than 404 and 410, which say everywhere that there is nothing: also `gone`, or `closed` by its owner, who shows it
   * to nobody else or on no other site.
   */
  readonly refusals?: { readonly gone?: readonly number[]; readonly closed?: readonly number[] };
  readonly wordpress?: WordPressEmbed;
  /** Its addresses lead on to a page of another site of the table, as their redirect says. */
  readonly isShort?: true;
};

/** Appends one parameter to an address. */
export const withParameter = (address: string, name: string, value: string | number): string =>
  `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`;
