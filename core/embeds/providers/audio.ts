import type { EmbedProvider } from '../provider.ts';

/** Sites of music, talk and podcasts. Where the facts come from is said beside the sites of videos (`video.ts`). */
export const audioProviders = {
  soundcloud: {
    name: 'SoundCloud',
    kind: 'audio',
    forms: [
      /^soundcloud\.com\/(?!(?:discover|stream|you|search|upload|pages|charts|tags)\/)([\w-]{1,60}\/(?:sets\/)?[\w-]{1,200}(?:\/s-\w{4,20})?)$/,
    ],
    page: (id) => `https://soundcloud.com/${id}`,
    pageAt: (page, seconds) => `${page}#t=${seconds}`,
    player: (id) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://soundcloud.com/${id}`)}`,
    oembed: 'https://soundcloud.com/oembed',
    wordpress: { slug: 'soundcloud', type: 'rich' },
  },
  spotify: {
    name: 'Spotify',
    kind: 'audio',
    forms: [
      /^(?:open|play)\.spotify\.com\/(?:intl-[a-z]{2}\/|embed\/)?(track|album|playlist|episode|show|artist)\/([0-9A-Za-z]{22})$/,
    ],
    page: (id) => `https://open.spotify.com/${id}`,
    player: (id) => `https://open.spotify.com/embed/${id}`,
    oembed: 'https://open.spotify.com/oembed',
    wordpress: { slug: 'spotify', type: 'rich' },
  },
  mixcloud: {
    name: 'Mixcloud',
    kind: 'audio',
    forms: [/^mixcloud\.com\/(?!(?:discover|upload|dashboard|settings)\/)([\w%.-]{1,60}\/[\w%.-]{1,200})$/],
    page: (id) => `https://www.mixcloud.com/${id}/`,
    player: (id) => `https://player-widget.mixcloud.com/widget/iframe/?feed=${encodeURIComponent(`/${id}/`)}`,
    oembed: 'https://app.mixcloud.com/oembed/',
    wordpress: { slug: 'mixcloud', type: 'rich' },
  },
  applePodcasts: {
    name: 'Apple Podcasts',
    kind: 'audio',
    forms: [/^podcasts\.apple\.com\/([a-z]{2}\/podcast\/[\w%.-]{1,300}\/id\d{5,12}(?:\?i=\d{5,16})?)$/],
    keys: ['i'],
    page: (id) => `https://podcasts.apple.com/${id}`,
    player: (id) => `https://embed.podcasts.apple.com/${id}`,
    oembed: 'https://podcasts.apple.com/api/oembed',
  },
  pocketCasts: {
    name: 'Pocket Casts',
    kind: 'audio',
    forms: [/^pca\.st\/(?:(episode)\/)?([\w-]{4,40})$/],
    page: (id) => `https://pca.st/${id}`,
    oembed: 'https://pca.st/oembed.json',
    wordpress: { slug: 'pocket-casts', type: 'rich' },
  },
  anghami: {
    name: 'Anghami',
    kind: 'audio',
    forms: [/^(?:play\.)?anghami\.com\/((?:song|album|artist|playlist|podcast|episode)\/\d{3,15})$/],
    page: (id) => `https://play.anghami.com/${id}`,
    oembed: 'https://api.anghami.com/rest/v1/oembed.view',
    wordpress: { slug: 'anghami', type: 'rich', fixed: true },
  },
  reverbnation: {
    name: 'ReverbNation',
    kind: 'audio',
    forms: [/^reverbnation\.com\/(\w{2,80}(?:\/song\/[\w-]{1,200})?)$/],
    page: (id) => `https://www.reverbnation.com/${id}`,
    oembed: 'https://www.reverbnation.com/oembed',
    wordpress: { slug: 'reverbnation', type: 'rich' },
  },
  bandcamp: {
    name: 'Bandcamp',
    kind: 'audio',
    forms: [/^([a-z0-9-]{1,60})\.bandcamp\.com\/(track|album)\/([\w-]{1,200})$/],
    page: (id) => {
      const [artist = '', ...path] = id.split('/');
      return `https://${artist}.bandcamp.com/${path.join('/')}`;
    },
  },
  audiomack: {
    name: 'Audiomack',
    kind: 'audio',
    forms: [/^audiomack\.com\/([\w-]{1,60}\/(?:song|album|playlist)\/[\w-]{1,200})$/],
    page: (id) => `https://audiomack.com/${id}`,
    oembed: 'https://audiomack.com/oembed',
  },
  podbean: {
    name: 'Podbean',
    kind: 'audio',
    forms: [/^([a-z0-9-]{1,60})\.podbean\.com\/(e\/[\w-]{1,200})$/],
    page: (id) => {
      const [show = '', ...path] = id.split('/');
      return `https://${show}.podbean.com/${path.join('/')}/`;
    },
    oembed: 'https://api.podbean.com/v1/oembed',
  },
  spreaker: {
    name: 'Spreaker',
    kind: 'audio',
    forms: [/^spreaker\.com\/(episode\/[\w-]{1,200}--\d{4,12})$/],
    page: (id) => `https://www.spreaker.com/${id}`,
    oembed: 'https://api.spreaker.com/oembed',
  },
} as const satisfies Readonly<Record<string, EmbedProvider>>;
