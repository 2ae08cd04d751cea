import { parseWebAddress } from '../sources/address.ts';
import { failed, ok, type Result } from '../trouble.ts';

export const videoProviders = ['youtube', 'vimeo'] as const;
export type VideoProvider = (typeof videoProviders)[number];

export type Video = {
  readonly provider: VideoProvider;
  readonly videoId: string;
  /** The page to watch it on, in the one form that every platform's embed code knows. */
  readonly url: string;
  /** The address of the player, for an iframe; it sets no cookies before the video plays where the provider allows. */
  readonly playerUrl: string;
};

/** What each provider is called on screen. */
export const videoSites: Readonly<Record<VideoProvider, string>> = { youtube: 'youtube.com', vimeo: 'vimeo.com' };

/**
 * A YouTube or Vimeo address as people paste it, with or without scheme; everything else is `embed/not-a-video`.
 * Forms: https://developers.google.com/youtube/player_parameters and https://developer.vimeo.com/api/oembed/videos
 */
export const parseVideoAddress = (text: string): Result<Video> => {
  const trimmed = text.trim();
  const url = parseWebAddress(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  const video = url && (youtube(url) ?? vimeo(url));
  return video ? ok(video) : failed('embed/not-a-video', { params: { address: trimmed.slice(0, 200) } });
};

const youtubeHosts = /^(?:(?:www|m|music)\.)?(?:youtube\.com|youtube-nocookie\.com)$/;

const youtube = (url: URL): Video | null => {
  const parts = url.pathname.split('/').filter(Boolean);
  const [first, second] = parts;
  const videoId =
    url.hostname === 'youtu.be'
      ? first
      : !youtubeHosts.test(url.hostname)
        ? undefined
        : first === 'watch' && second === undefined
          ? url.searchParams.get('v')
          : first && ['shorts', 'live', 'embed', 'v'].includes(first)
            ? second
            : undefined;
  if (!videoId || !/^[\w-]{11}$/.test(videoId)) return null;
  return {
    provider: 'youtube',
    videoId,
    url: `https://www.youtube.com/watch?v=${videoId}`,
    playerUrl: `https://www.youtube-nocookie.com/embed/${videoId}`,
  };
};

// An unlisted Vimeo video needs the hash of its share link, as a second path part or as `h` on the player.
const vimeo = (url: URL): Video | null => {
  const path = /^(?:www\.)?vimeo\.com$/.test(url.hostname)
    ? /^\/(?:(?:channels\/[\w-]+|groups\/[\w-]+\/videos|showcase\/\d+\/video|video)\/)?(\d{1,12})(?:\/([0-9a-f]{6,20}))?\/?$/
    : url.hostname === 'player.vimeo.com'
      ? /^\/video\/(\d{1,12})()\/?$/
      : null;
  const match = path?.exec(url.pathname);
  const videoId = match?.[1];
  if (!videoId) return null;
  const hash = match[2] || url.searchParams.get('h') || '';
  if (!/^(?:[0-9a-f]{6,20})?$/.test(hash)) return null;
  return {
    provider: 'vimeo',
    videoId,
    url: `https://vimeo.com/${videoId}${hash && `/${hash}`}`,
    playerUrl: `https://player.vimeo.com/video/${videoId}?dnt=1${hash && `&h=${hash}`}`,
  };
};
