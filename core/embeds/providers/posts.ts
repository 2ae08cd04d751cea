import type { EmbedProvider } from '../provider.ts';

/** The shop whose Kindle answers for others, as `class-wp-oembed.php` of WordPress 7.1 says. */
const kindleShop = (id: string): string => {
  const [shop = ''] = id.split('/');
  if (shop === 'cn') return 'cn';
  if (shop === 'co.jp' || shop === 'com.au') return 'com.au';
  return shop.startsWith('com') || shop === 'ca' ? 'com' : 'co.uk';
};

/**
 * Sites of posts, pictures and documents. Where the facts come from is said beside the sites of videos (`video.ts`). Facebook and Instagram
 * answer only to registered applications, and WordPress left them out in 5.5.2.
 */
export const postProviders = {
  x: {
    name: 'X',
    kind: 'post',
    forms: [/^(?:x|twitter)\.com\/(\w{1,15}\/status)(?:es)?\/(\d{1,20})(?:\/(?:photo|video)\/\d)?$/],
    page: (id) => `https://x.com/${id}`,
    oembed: 'https://publish.x.com/oembed',
    // The block editor writes these addresses so, and WordPress 7.1 knows no others.
    wordpress: { slug: 'twitter', type: 'rich', page: (id) => `https://twitter.com/${id}` },
  },
  bluesky: {
    name: 'Bluesky',
    kind: 'post',
    forms: [/^bsky\.app\/(profile\/[\w.:-]{3,255}\/post\/[a-z0-9]{8,20})$/],
    page: (id) => `https://bsky.app/${id}`,
    oembed: 'https://embed.bsky.app/oembed',
    wordpress: { slug: 'bluesky', type: 'rich', fixed: true },
  },
  threads: {
    name: 'Threads',
    kind: 'post',
    forms: [/^threads\.(?:net|com)\/(@[\w.]{1,30}\/post\/[\w-]{8,20})$/],
    page: (id) => `https://www.threads.com/${id}`,
  },
  facebook: {
    name: 'Facebook',
    kind: 'post',
    forms: [
      /^(?:web\.)?facebook\.com\/([\w.]{1,80}\/(?:posts|videos)\/[\w-]{5,120})$/,
      /^(?:web\.)?facebook\.com\/((?:reel|groups\/[\w.]{1,80}\/(?:posts|permalink))\/\d{5,20})$/,
      /^(?:web\.)?facebook\.com\/(watch\?v=\d{5,20})$/,
      /^(?:web\.)?facebook\.com\/(permalink\.php\?story_fbid=\w{5,120}&id=\d{5,20})$/,
      /^(?:web\.)?facebook\.com\/(photo\?fbid=\d{5,20})$/,
      /^fb\.(watch\/[\w-]{5,20})$/,
    ],
    keys: ['v', 'story_fbid', 'id', 'fbid'],
    page: (id) => (id.startsWith('watch/') ? `https://fb.${id}/` : `https://www.facebook.com/${id}`),
  },
  instagram: {
    name: 'Instagram',
    kind: 'post',
    forms: [/^instagram\.com\/(?:[\w.]{1,30}\/)?(p|reel|tv)\/([\w-]{5,40})$/, /^instagr\.am\/(p)\/([\w-]{5,40})$/],
    page: (id) => `https://www.instagram.com/${id}/`,
  },
  telegram: {
    name: 'Telegram',
    kind: 'post',
    forms: [/^(?:t|telegram)\.me\/(?:s\/)?(?!(?:share|addstickers|joinchat|c)\/)([A-Za-z]\w{3,31}\/\d{1,10})$/],
    page: (id) => `https://t.me/${id}`,
  },
  vk: {
    name: 'VK',
    kind: 'post',
    forms: [/^vk\.(?:com|ru)\/(wall-?\d{1,12}_\d{1,12})$/],
    page: (id) => `https://vk.com/${id}`,
  },
  reddit: {
    name: 'Reddit',
    kind: 'post',
    forms: [
      /^(?:old\.|new\.)?reddit\.com\/(r\/\w{2,21}\/comments\/[a-z0-9]{4,10}(?:\/[\w%-]{1,200}(?:\/[a-z0-9]{4,10})?)?)$/,
    ],
    page: (id) => `https://www.reddit.com/${id}/`,
    oembed: 'https://www.reddit.com/oembed',
    wordpress: { slug: 'reddit', type: 'rich' },
  },
  tumblr: {
    name: 'Tumblr',
    kind: 'post',
    forms: [
      /^([a-z0-9-]{1,60})\.tumblr\.com\/(?:post\/)?(\d{6,20})(?:\/[\w%-]*)?$/,
      /^tumblr\.com\/([a-z0-9-]{1,60})\/(\d{6,20})(?:\/[\w%-]*)?$/,
    ],
    page: (id) => {
      const [blog = '', post = ''] = id.split('/');
      return `https://${blog}.tumblr.com/post/${post}`;
    },
    oembed: 'https://www.tumblr.com/oembed/1.0',
    wordpress: { slug: 'tumblr', type: 'rich' },
  },
  linkedin: {
    name: 'LinkedIn',
    kind: 'post',
    forms: [
      /^linkedin\.com\/(posts\/[\w%-]{5,300})$/,
      /^linkedin\.com\/(feed\/update\/urn:li:(?:activity|share|ugcPost):\d{10,25})$/,
    ],
    page: (id) => `https://www.linkedin.com/${id}`,
  },
  flickr: {
    name: 'Flickr',
    kind: 'post',
    forms: [
      /^flickr\.com\/(photos\/[\w@-]{1,60}\/\d{5,15})(?:\/in\/[\w-]+)?$/,
      /^flickr\.com\/(photos\/[\w@-]{1,60}\/(?:sets|albums)\/\d{5,20})$/,
      /^flic\.kr\/()(p\/\w{4,12})$/,
    ],
    page: (id) => (id.startsWith('p/') ? `https://flic.kr/${id}` : `https://www.flickr.com/${id}`),
    oembed: 'https://www.flickr.com/services/oembed/',
    wordpress: { slug: 'flickr', type: 'photo' },
  },
  imgur: {
    name: 'Imgur',
    kind: 'post',
    forms: [
      /^imgur\.com\/((?:a|gallery|t\/\w{1,40})\/[\w-]{5,200})$/,
      /^(?:i\.)?imgur\.com\/(?!(?:account|desktop|gallery|memegen|privacy)$)([A-Za-z0-9]{7})(?:\.(?:jpe?g|png|gifv?|mp4))?$/,
    ],
    page: (id) => `https://imgur.com/${id}`,
    oembed: 'https://api.imgur.com/oembed',
    wordpress: { slug: 'imgur', type: 'rich' },
  },
  pinterest: {
    name: 'Pinterest',
    kind: 'post',
    forms: [/^(?:[a-z]{2}\.)?pinterest\.(?:com(?:\.(?:au|mx))?|co\.uk|de|fr|it|es)\/(pin\/[\w-]{5,200})$/],
    page: (id) => `https://www.pinterest.com/${id}/`,
    oembed: 'https://www.pinterest.com/oembed.json',
    wordpress: { slug: 'pinterest', type: 'rich', fixed: true },
  },
  giphy: {
    name: 'GIPHY',
    kind: 'post',
    forms: [
      /^giphy\.com\/(?:gifs|embed)\/([\w-]{5,300})$/,
      /^giphy\.com\/(clips\/[\w-]{5,300})$/,
      /^media\d?\.giphy\.com\/media\/(\w{5,40})\/(?:giphy|source)\.(?:gif|mp4|webp)$/,
    ],
    page: (id) => `https://giphy.com/${id.includes('/') ? id : `gifs/${id}`}`,
    player: (id) => `https://giphy.com/embed/${id.split(/[/-]/).at(-1) ?? ''}`,
    oembed: 'https://giphy.com/services/oembed',
  },
  smugmug: {
    name: 'SmugMug',
    kind: 'post',
    forms: [/^([a-z0-9-]{1,60})\.smugmug\.com\/([\w./-]{3,300})$/],
    page: (id) => {
      const [owner = '', ...path] = id.split('/');
      return `https://${owner}.smugmug.com/${path.join('/')}`;
    },
    oembed: 'https://api.smugmug.com/services/oembed/',
    wordpress: { slug: 'smugmug', type: 'rich' },
  },
  speakerDeck: {
    name: 'Speaker Deck',
    kind: 'post',
    forms: [/^speakerdeck\.com\/(?!(?:c|p|search|features|player)\/)([\w-]{1,60}\/[\w-]{1,200})$/],
    page: (id) => `https://speakerdeck.com/${id}`,
    oembed: 'https://speakerdeck.com/oembed.json',
    wordpress: { slug: 'speaker-deck', type: 'rich' },
  },
  scribd: {
    name: 'Scribd',
    kind: 'post',
    forms: [/^scribd\.com\/(doc(?:ument)?\/\d{3,12})(?:\/[\w%-]*)?$/],
    page: (id) => `https://www.scribd.com/${id}`,
    oembed: 'https://www.scribd.com/services/oembed',
    wordpress: { slug: 'scribd', type: 'rich' },
  },
  issuu: {
    name: 'Issuu',
    kind: 'post',
    forms: [/^issuu\.com\/([\w.-]{1,60}\/docs\/[\w.-]{1,200})$/],
    page: (id) => `https://issuu.com/${id}`,
    oembed: 'https://issuu.com/oembed',
    wordpress: { slug: 'issuu', type: 'rich' },
  },
  // Books of Kindle; WordPress asks the same for every page of the shop.
  amazon: {
    name: 'Amazon',
    kind: 'post',
    forms: [
      /^amazon\.(com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|in|nl|co\.jp|com\.au|cn)\/(?:[\w%.-]{1,300}\/)?(?:dp|gp\/product|gp\/aw\/d)\/([0-9A-Z]{10})(?:\/[\w=.-]{1,100})?$/,
    ],
    page: (id) => `https://www.amazon.${id.replace('/', '/dp/')}`,
    oembed: (id) => `https://read.amazon.${kindleShop(id)}/kp/api/oembed`,
    wordpress: { slug: 'amazon-kindle', type: 'rich', fixed: true },
  },
  // https://www.canva.com/help/embed-designs/
  canva: {
    name: 'Canva',
    kind: 'post',
    forms: [/^canva\.com\/design\/([\w-]{8,20}(?:\/[\w-]{8,40})?)\/(?:view|watch)$/],
    page: (id) => `https://www.canva.com/design/${id}/view`,
    player: (id) => `https://www.canva.com/design/${id}/view?embed`,
    oembed: 'https://www.canva.com/_oembed',
    wordpress: { slug: 'canva', type: 'rich', fixed: true },
  },
  someecards: {
    name: 'someecards',
    kind: 'post',
    forms: [/^someecards\.com\/((?:[\w-]{1,60}-cards|usercards\/viewcard)\/[\w-]{2,200}(?:\/[\w-]{1,200})?)$/],
    page: (id) => `https://www.someecards.com/${id}`,
    oembed: 'https://www.someecards.com/v2/oembed/',
    wordpress: { slug: 'someecards', type: 'rich', fixed: true },
  },
  kickstarter: {
    name: 'Kickstarter',
    kind: 'post',
    forms: [/^kickstarter\.com\/(projects\/[\w-]{1,60}\/[\w-]{1,200})$/],
    page: (id) => `https://www.kickstarter.com/${id}`,
    oembed: 'https://www.kickstarter.com/services/oembed',
    wordpress: { slug: 'kickstarter', type: 'rich' },
  },
  cloudup: {
    name: 'Cloudup',
    kind: 'post',
    forms: [/^cloudup\.com\/(\w{10,13})$/],
    page: (id) => `https://cloudup.com/${id}`,
    oembed: 'https://cloudup.com/oembed',
    wordpress: { slug: 'cloudup', type: 'rich' },
  },
  crowdsignal: {
    name: 'Crowdsignal',
    kind: 'post',
    forms: [/^poll\.fm\/()(\d{5,12})$/, /^([a-z0-9-]{1,60})\.(?:crowdsignal\.net|survey\.fm)\/([\w-]{1,100})$/],
    page: (id) => {
      const [survey = '', path = ''] = id.split('/');
      return path === '' ? `https://poll.fm/${survey}` : `https://${survey}.survey.fm/${path}`;
    },
    oembed: 'https://api.crowdsignal.com/oembed',
    wordpress: { slug: 'crowdsignal', type: 'rich' },
  },
  wolframCloud: {
    name: 'Wolfram Cloud',
    kind: 'post',
    forms: [/^wolframcloud\.com\/(obj\/[\w./-]{3,300})$/],
    page: (id) => `https://www.wolframcloud.com/${id}`,
    oembed: 'https://www.wolframcloud.com/oembed',
    wordpress: { slug: 'wolfram-cloud', type: 'rich' },
  },
} as const satisfies Readonly<Record<string, EmbedProvider>>;

/** Sites that many run for themselves, on whatever host: known by the shape of their paths alone. */
export const anyHostProviders = {
  // https://docs.joinpeertube.org/api/embed-player
  peertube: {
    name: 'PeerTube',
    kind: 'video',
    forms: [
      /^((?:[a-z0-9-]+\.)+[a-z]{2,24})\/(?:w|videos\/watch|videos\/embed)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[1-9A-HJ-NP-Za-km-z]{22})$/,
    ],
    page: (id) => `https://${id.replace('/', '/w/')}`,
    pageAt: (page, seconds) => `${page}?start=${seconds}s`,
    oembed: (id) => `https://${id.split('/', 1)[0] ?? ''}/services/oembed`,
  },
  // https://docs.joinmastodon.org/methods/oembed/
  mastodon: {
    name: 'Mastodon',
    kind: 'post',
    forms: [/^((?:[a-z0-9-]+\.)+[a-z]{2,24})\/(@\w{1,30}(?:@[a-z0-9.-]{3,100})?)\/(\d{12,20})$/],
    page: (id) => `https://${id}`,
    oembed: (id) => `https://${id.split('/', 1)[0] ?? ''}/api/oembed`,
  },
} as const satisfies Readonly<Record<string, EmbedProvider>>;
