import type { EmbedProvider } from '../provider.ts';

/** What an app's "Share" copies: addresses that only lead on. WordPress and players know nothing of them. */
export const shortProviders = {
  tiktokShort: {
    name: 'TikTok',
    kind: 'video',
    isShort: true,
    forms: [/^(?:vm|vt)\.(tiktok)\.com\/(\w{5,20})$/, /^tiktok\.com\/(t)\/(\w{5,20})$/],
    page: (id) => {
      const [from, code = ''] = id.split('/');
      return from === 't' ? `https://www.tiktok.com/t/${code}/` : `https://vm.tiktok.com/${code}/`;
    },
  },
  soundcloudShort: {
    name: 'SoundCloud',
    kind: 'audio',
    isShort: true,
    forms: [/^on\.soundcloud\.com\/(\w{5,25})$/],
    page: (id) => `https://on.soundcloud.com/${id}`,
  },
  spotifyShort: {
    name: 'Spotify',
    kind: 'audio',
    isShort: true,
    forms: [/^spotify\.link\/(\w{5,25})$/],
    page: (id) => `https://spotify.link/${id}`,
  },
  redditShort: {
    name: 'Reddit',
    kind: 'post',
    isShort: true,
    forms: [/^(redd)\.it\/([a-z0-9]{4,10})$/, /^reddit\.com\/(r\/\w{2,21}\/s\/\w{6,14})$/],
    page: (id) => (id.startsWith('redd/') ? `https://redd.it/${id.slice(5)}` : `https://www.reddit.com/${id}`),
  },
  pinterestShort: {
    name: 'Pinterest',
    kind: 'post',
    isShort: true,
    forms: [/^pin\.it\/(\w{5,20})$/],
    page: (id) => `https://pin.it/${id}`,
  },
  amazonShort: {
    name: 'Amazon',
    kind: 'post',
    isShort: true,
    forms: [/^((?:a\.co|amzn\.(?:to|eu|in|asia))\/(?:d\/)?\w{5,20})$/],
    page: (id) => `https://${id}`,
  },
} as const satisfies Readonly<Record<string, EmbedProvider>>;
