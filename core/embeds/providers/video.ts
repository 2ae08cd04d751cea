import { type EmbedProvider, withParameter } from '../provider.ts';

const from = (address: string, name: string, seconds: number, unit = ''): string =>
  seconds > 0 ? withParameter(address, name, `${seconds}${unit}`) : address;

/** Playlists that everybody sees, the uploads of a channel and albums; not the lists that are made for one viewer. */
const list = '(?:PL|UU|FL|OLAK5uy_)[\\w-]{10,62}';

/** A video that may stand in a playlist; what else `list` says is left out. */
const inList = '(?:\\?list=(?:(LIST)|.*))?'.replace('LIST', list);

/**
 * Sites of videos. Endpoints are those of the oEmbed list (https://oembed.com/providers.json, June 2026), WordPress's are those of
 * `class-wp-oembed.php` and of the block editor's variations in WordPress 7.1; players those that each site gives for frames.
 */
export const videoProviders = {
  // https://developers.google.com/youtube/player_parameters
  youtube: {
    name: 'YouTube',
    kind: 'video',
    forms: [
      new RegExp(`^(?:music\\.)?youtube\\.com/watch\\?v=([\\w-]{11})(?:&list=(?:(${list})|.*))?$`),
      new RegExp(
        `^(?:music\\.)?youtube(?:-nocookie)?\\.com/(?:shorts|live|embed|v)/(?!videoseries)([\\w-]{11})${inList}$`,
      ),
      new RegExp(`^youtu\\.be/([\\w-]{11})${inList}$`),
    ],
    keys: ['v', 'list'],
    page: (id) => `https://www.youtube.com/watch?v=${id.replace('/', '&list=')}`,
    pageAt: (page, seconds) => withParameter(page, 't', `${seconds}s`),
    player: (id, seconds) =>
      from(`https://www.youtube-nocookie.com/embed/${id.replace('/', '?list=')}`, 'start', seconds),
    oembed: 'https://www.youtube.com/oembed',
    // Seen by many (mellowagain/pomu#9, ruby-oembed#79): 400 no such video, 401 not on other sites, 403 private.
    refusals: { gone: [400], closed: [401, 403] },
    wordpress: { slug: 'youtube', type: 'video' },
  },
  // https://developers.google.com/youtube/player_parameters#selecting-content-to-play
  youtubePlaylist: {
    name: 'YouTube',
    kind: 'video',
    forms: [
      new RegExp(`^(?:music\\.)?youtube\\.com/playlist\\?list=(${list})$`),
      new RegExp(`^youtube(?:-nocookie)?\\.com/embed/videoseries\\?list=(${list})$`),
    ],
    keys: ['list'],
    page: (id) => `https://www.youtube.com/playlist?list=${id}`,
    player: (id) => `https://www.youtube-nocookie.com/embed/videoseries?list=${id}`,
    oembed: 'https://www.youtube.com/oembed',
    refusals: { gone: [400], closed: [401, 403] },
    wordpress: { slug: 'youtube', type: 'video' },
  },
  // A clip has no player of its own: which video it is cut from is said in its page only.
  youtubeClip: {
    name: 'YouTube',
    kind: 'video',
    forms: [/^youtube\.com\/clip\/(Ugk[\w-]{20,60})$/],
    page: (id) => `https://www.youtube.com/clip/${id}`,
    oembed: 'https://www.youtube.com/oembed',
  },
  // https://developer.vimeo.com/api/oembed/videos; an unlisted video needs the hash of its share link.
  vimeo: {
    name: 'Vimeo',
    kind: 'video',
    forms: [
      /^vimeo\.com\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/|showcase\/\d+\/video\/|video\/)?(\d{1,12})(?:(?:\/|\?h=)([0-9a-f]{6,20}))?$/,
      /^player\.vimeo\.com\/video\/(\d{1,12})(?:\?h=([0-9a-f]{6,20}))?$/,
    ],
    keys: ['h'],
    page: (id) => `https://vimeo.com/${id}`,
    pageAt: (page, seconds) => `${page}#t=${seconds}s`,
    player: (id, seconds) => {
      const [video, hash] = id.split('/');
      const at = seconds > 0 ? `#t=${seconds}s` : '';
      return `https://player.vimeo.com/video/${video}?dnt=1${hash ? `&h=${hash}` : ''}${at}`;
    },
    oembed: 'https://vimeo.com/api/oembed.json',
    refusals: { closed: [403] },
    wordpress: { slug: 'vimeo', type: 'video' },
  },
  // https://developers.dailymotion.com/docs/add-runtime-player-parameters-web
  dailymotion: {
    name: 'Dailymotion',
    kind: 'video',
    forms: [
      /^dailymotion\.com\/(?:embed\/)?video\/([a-z0-9]{5,12})(?:_[\w%-]*)?$/,
      /^dai\.ly\/([a-z0-9]{5,12})$/,
      /^geo\.dailymotion\.com\/player\.html\?video=([a-z0-9]{5,12})$/,
    ],
    keys: ['video'],
    page: (id) => `https://www.dailymotion.com/video/${id}`,
    pageAt: (page, seconds) => withParameter(page, 'start', seconds),
    player: (id, seconds) => from(`https://geo.dailymotion.com/player.html?video=${id}`, 'startTime', seconds),
    oembed: 'https://www.dailymotion.com/services/oembed',
    wordpress: { slug: 'dailymotion', type: 'video' },
  },
  ted: {
    name: 'TED',
    kind: 'video',
    forms: [/^(?:embed\.)?ted\.com\/talks\/(\w{3,200})$/],
    page: (id) => `https://www.ted.com/talks/${id}`,
    player: (id) => `https://embed.ted.com/talks/${id}`,
    oembed: 'https://www.ted.com/services/v1/oembed.json',
    wordpress: { slug: 'ted', type: 'video' },
  },
  videopress: {
    name: 'VideoPress',
    kind: 'video',
    forms: [/^videopress\.com\/(?:v|embed)\/(\w{8})$/],
    page: (id) => `https://videopress.com/v/${id}`,
    pageAt: (page, seconds) => withParameter(page, 'at', seconds),
    player: (id, seconds) => from(`https://videopress.com/embed/${id}`, 'at', seconds),
    oembed: 'https://public-api.wordpress.com/oembed/?for=rejoinder',
    wordpress: { slug: 'videopress', type: 'video' },
  },
  wordpressTv: {
    name: 'WordPress.tv',
    kind: 'video',
    forms: [/^wordpress\.tv\/(\d{4}\/\d{2}\/\d{2}\/[\w-]+)$/],
    page: (id) => `https://wordpress.tv/${id}/`,
    oembed: 'https://wordpress.tv/oembed/',
    wordpress: { slug: 'wordpress-tv', type: 'video' },
  },
  tiktok: {
    name: 'TikTok',
    kind: 'video',
    // Short links lead to an address without the name.
    forms: [/^tiktok\.com\/(@[\w.-]*\/video\/\d{8,25})$/],
    page: (id) => `https://www.tiktok.com/${id}`,
    // https://developers.tiktok.com/doc/embed-player
    player: (id) => `https://www.tiktok.com/player/v1/${id.split('/').at(-1)}`,
    oembed: 'https://www.tiktok.com/oembed',
    wordpress: { slug: 'tiktok', type: 'video' },
  },
  animoto: {
    name: 'Animoto',
    kind: 'video',
    forms: [/^(?:animoto|video214)\.com\/play\/(\w{10,40})$/],
    page: (id) => `https://animoto.com/play/${id}`,
    oembed: 'https://animoto.com/oembeds/create',
    wordpress: { slug: 'animoto', type: 'video' },
  },
  wistia: {
    name: 'Wistia',
    kind: 'video',
    forms: [
      /^[a-z0-9-]+\.wistia\.(?:com|net)\/medias\/([a-z0-9]{10})$/,
      /^fast\.wistia\.(?:com|net)\/embed\/iframe\/([a-z0-9]{10})$/,
    ],
    page: (id) => `https://fast.wistia.com/embed/iframe/${id}`,
    pageAt: (page, seconds) => withParameter(page, 'time', seconds),
    player: (id, seconds) => from(`https://fast.wistia.com/embed/iframe/${id}`, 'time', seconds),
    oembed: 'https://fast.wistia.com/oembed.json',
  },
  // Its player asks for the name of the site that it stands in, and an application has none.
  twitch: {
    name: 'Twitch',
    kind: 'video',
    forms: [
      /^twitch\.tv\/(videos\/\d{5,12})$/,
      /^twitch\.tv\/\w{3,30}\/clip\/([\w-]{5,100})$/,
      /^clips\.twitch\.tv\/(?!embed$)([\w-]{5,100})$/,
    ],
    page: (id) =>
      id.startsWith('videos/')
        ? `https://www.twitch.tv/${id}`
        : `https://clips.twitch.tv/${id.split('/').at(-1) ?? ''}`,
    pageAt: (page, seconds) => withParameter(page, 't', `${seconds}s`),
  },
  // The player's id is another one than the page's and known to its oEmbed only.
  rumble: {
    name: 'Rumble',
    kind: 'video',
    forms: [/^rumble\.com\/(v[a-z0-9]{4,8}-[\w.-]{1,200}\.html)$/],
    page: (id) => `https://rumble.com/${id}`,
    pageAt: (page, seconds) => withParameter(page, 'start', seconds),
    oembed: 'https://rumble.com/api/Media/oembed.json',
  },
  odysee: {
    name: 'Odysee',
    kind: 'video',
    forms: [/^odysee\.com\/(?:\$\/embed\/)?(@[\w%.~-]{1,200}:\w{1,40}\/[\w%.~-]{1,300}:\w{1,40})$/],
    page: (id) => `https://odysee.com/${id}`,
    pageAt: (page, seconds) => withParameter(page, 't', seconds),
    player: (id, seconds) => from(`https://odysee.com/$/embed/${id}`, 't', seconds),
    oembed: 'https://odysee.com/$/oembed',
  },
  bitchute: {
    name: 'BitChute',
    kind: 'video',
    forms: [/^(?:old\.)?bitchute\.com\/(?:video|embed)\/([\w-]{8,16})$/],
    page: (id) => `https://www.bitchute.com/video/${id}`,
    player: (id) => `https://www.bitchute.com/embed/${id}/`,
    oembed: 'https://api.bitchute.com/oembed/',
  },
  rutube: {
    name: 'Rutube',
    kind: 'video',
    forms: [/^rutube\.ru\/(?:video|play\/embed|shorts)\/([0-9a-f]{32})$/],
    page: (id) => `https://rutube.ru/video/${id}/`,
    pageAt: (page, seconds) => withParameter(page, 't', seconds),
    player: (id, seconds) => from(`https://rutube.ru/play/embed/${id}`, 't', seconds),
  },
  vkVideo: {
    name: 'VK Video',
    kind: 'video',
    forms: [
      /^(?:vk\.com|vk\.ru|vkvideo\.ru)\/(?:video|clip)(-?\d{1,12}_\d{1,12})$/,
      /^(?:vk\.com|vk\.ru|vkvideo\.ru)\/[\w./-]*\?z=video(-?\d{1,12}_\d{1,12})$/,
    ],
    keys: ['z'],
    page: (id) => `https://vkvideo.ru/video${id}`,
    pageAt: (page, seconds) => withParameter(page, 't', `${seconds}s`),
    player: (id, seconds) => {
      const [owner = '', video = ''] = id.split('_');
      return from(`https://vkvideo.ru/video_ext.php?oid=${owner}&id=${video}`, 't', seconds, 's');
    },
  },
  okRu: {
    name: 'OK',
    kind: 'video',
    forms: [/^ok\.ru\/(?:video|videoembed)\/(\d{6,20})$/],
    page: (id) => `https://ok.ru/video/${id}`,
    player: (id) => `https://ok.ru/videoembed/${id}`,
  },
  // The shows of RT; its articles are sources.
  rt: {
    name: 'RT',
    kind: 'video',
    forms: [/^rt\.com\/(shows\/[\w-]{1,80}\/\d{3,10}-[\w-]{1,200})$/],
    page: (id) => `https://www.rt.com/${id}/`,
  },
  streamable: {
    name: 'Streamable',
    kind: 'video',
    forms: [
      /^streamable\.com\/(?:[eos]\/)?(?!(?:login|signup|terms|about|privacy|contact|pricing|blog)$)([a-z0-9]{4,8})$/,
    ],
    page: (id) => `https://streamable.com/${id}`,
    player: (id) => `https://streamable.com/e/${id}`,
    oembed: 'https://api.streamable.com/oembed.json',
  },
  coub: {
    name: 'Coub',
    kind: 'video',
    forms: [/^coub\.com\/(?:view|embed)\/(\w{4,10})$/],
    page: (id) => `https://coub.com/view/${id}`,
    player: (id) => `https://coub.com/embed/${id}`,
    oembed: 'https://coub.com/api/oembed.json',
  },
  loom: {
    name: 'Loom',
    kind: 'video',
    forms: [/^loom\.com\/(?:share|embed)\/([0-9a-f]{32})$/],
    page: (id) => `https://www.loom.com/share/${id}`,
    pageAt: (page, seconds) => withParameter(page, 't', seconds),
    player: (id, seconds) => from(`https://www.loom.com/embed/${id}`, 't', seconds),
    oembed: 'https://www.loom.com/v1/oembed',
  },
  archive: {
    name: 'Internet Archive',
    kind: 'video',
    forms: [/^archive\.org\/(?:details|embed)\/([\w.-]{3,100})$/],
    page: (id) => `https://archive.org/details/${id}`,
    player: (id) => `https://archive.org/embed/${id}`,
  },
  bilibili: {
    name: 'Bilibili',
    kind: 'video',
    forms: [/^bilibili\.com\/video\/(BV[0-9A-Za-z]{10})$/],
    page: (id) => `https://www.bilibili.com/video/${id}`,
    pageAt: (page, seconds) => withParameter(page, 't', seconds),
    player: (id, seconds) => from(`https://player.bilibili.com/player.html?bvid=${id}`, 't', seconds),
  },
} as const satisfies Readonly<Record<string, EmbedProvider>>;
