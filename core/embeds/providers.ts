import type { EmbedProvider } from './provider.ts';
import { audioProviders } from './providers/audio.ts';
import { anyHostProviders, postProviders } from './providers/posts.ts';
import { shortProviders } from './providers/short.ts';
import { videoProviders } from './providers/video.ts';

const named = { ...videoProviders, ...audioProviders, ...postProviders, ...shortProviders, ...anyHostProviders };

/** The id of a site of the table; `web` is every other one. */
export type EmbedProviderId = keyof typeof named | 'web';

const known: Readonly<Record<string, EmbedProvider>> = named;

/** The table of sites, in the order in which an address is tried: those of any host come last. */
export const embedProviders: readonly (readonly [EmbedProviderId, EmbedProvider])[] = Object.entries(known).map(
  ([id, provider]) => [id as EmbedProviderId, provider],
);

/** Every id; the first is what older documents mean where none is said. */
export const embedProviderIds: readonly [EmbedProviderId, ...EmbedProviderId[]] = [
  'youtube',
  ...embedProviders.map(([id]) => id).filter((id) => id !== 'youtube'),
  'web',
];

/** What is known of a site; null for `web` and for what is no id. */
export const embedProvider = (id: unknown): EmbedProvider | null =>
  typeof id === 'string' && Object.hasOwn(known, id) ? (known[id] ?? null) : null;
