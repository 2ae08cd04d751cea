import { hostOf, parseWebAddress } from '../sources/address.ts';
import { withoutTrackers } from '../sources/normalise.ts';
import { failed, ok, type Result } from '../trouble.ts';
import type { EmbedKind, EmbedProvider } from './provider.ts';
import { type EmbedProviderId, embedProvider, embedProviders } from './providers.ts';
import { startIn } from './start-time.ts';

/** A video, audio or post of another site, as its address says it. */
export type Embed = {
  readonly provider: EmbedProviderId;
  /** What its site calls it; empty for `web`. */
  readonly id: string;
  /** Its page, in the one form that every platform's embed code knows, without start time. */
  readonly url: string;
  /** Where it begins, in seconds; 0 for the beginning. */
  readonly start: number;
};

/** What the forms of the table are tried on. */
const shapeOf = (url: URL, keys: readonly string[]): string => {
  const place = `${url.host.replace(/^(?:www|m|mobile)\./, '')}${url.pathname.replace(/\/+$/, '')}`;
  const given = keys.flatMap((name) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [`${name}=${value}`];
  });
  return given.length > 0 ? `${place}?${given.join('&')}` : place;
};

const idIn = (url: URL, { forms, keys = [] }: EmbedProvider): string | null => {
  const shape = shapeOf(url, keys);
  for (const form of forms) {
    const groups = form.exec(shape)?.slice(1);
    if (groups) return groups.filter(Boolean).join('/');
  }
  return null;
};

const webAddressIn = (text: string): URL | null => {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return null;
  const url = parseWebAddress(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return url && url.username === '' && url.password === '' ? url : null;
};

const knownEmbed = (url: URL): Embed | null => {
  for (const [provider, site] of embedProviders) {
    const id = idIn(url, site);
    if (id !== null) return { provider, id, url: site.page(id), start: site.pageAt ? startIn(url) : 0 };
  }
  return null;
};

const refusal = (text: string) => failed('embed/not-an-address', { params: { address: text.trim().slice(0, 200) } });

/** An address of a site of the table as people paste it, with or without scheme; everything else is `embed/not-an-address`. */
export const parseEmbedAddress = (text: string): Result<Embed> => {
  const url = webAddressIn(text);
  const embed = url && knownEmbed(url);
  return embed ? ok(embed) : refusal(text);
};

/** The same, where the writer says that this is an embed: any other web page with a scheme is one of `web`. */
export const embedOf = (text: string): Result<Embed> => {
  const url = webAddressIn(text);
  const embed = url && knownEmbed(url);
  if (embed) return ok(embed);
  if (!url || !/^https?:/i.test(text.trim())) return refusal(text);
  return ok({ provider: 'web', id: '', url: withoutTrackers(url.href), start: 0 });
};

/** An embed whose address was checked when it was put into a document. */
export const keptEmbed = ({ url, start }: Pick<Embed, 'url' | 'start'>): Embed => {
  const embed = embedOf(url);
  return embed.ok ? { ...embed.value, start } : { provider: 'web', id: '', url, start: 0 };
};

/** Whether a text is the address of an embed in the form that is kept. */
export const isEmbedAddress = (text: string): boolean => {
  const embed = embedOf(text);
  return embed.ok && embed.value.url === text;
};

/** What people call the site of an embed: its name, else its host. */
export const siteNameOf = ({ provider, url }: Pick<Embed, 'provider' | 'url'>): string =>
  embedProvider(provider)?.name ?? hostOf(url);

/** What an embed is; one of a site that is not known counts as a post. */
export const kindOfEmbed = ({ provider }: Pick<Embed, 'provider'>): EmbedKind =>
  embedProvider(provider)?.kind ?? 'post';

/** The page of an embed from its start time on. */
export const pageOf = ({ provider, url, start }: Pick<Embed, 'provider' | 'url' | 'start'>): string =>
  start > 0 ? (embedProvider(provider)?.pageAt?.(url, start) ?? url) : url;

/** The address of an embed's player for a frame; null where its site has none that stands alone. */
export const playerOf = ({ provider, id, start }: Embed): string | null =>
  embedProvider(provider)?.player?.(id, start) ?? null;
