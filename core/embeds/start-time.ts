/** The longest start time that is kept, in seconds: a day of video. */
export const maxStart = 86_400;

const within = (seconds: number): number => (Number.isSafeInteger(seconds) && seconds <= maxStart ? seconds : 0);

/** Seconds from `90`, `90s`, `1h2m3s`, `1:30` or `1:02:03`; 0 for anything else and for more than a day. */
export const parseStart = (text: string): number => {
  const written = text.trim().toLowerCase();
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})$/.exec(written);
  const units = /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,5})(?:\.\d+)?s?)?$/.exec(written);
  const [, hours = '0', minutes = '0', seconds = '0'] = clock ?? units ?? [];
  return within(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
};

/** A start time as people write it: `1:30`, `1:02:03`; empty for the beginning. */
export const startText = (seconds: number): string => {
  if (seconds <= 0) return '';
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
};

/** The parameters in which sites carry a start time. */
const parameters = ['t', 'start', 'time_continue', 'startTime', 'at', 'time'];

/** The start time that an address carries, in seconds; 0 for none. */
export const startIn = (url: URL): number => {
  const inHash = /^#t=([\w:.]{1,20})$/.exec(url.hash)?.[1];
  const given = parameters.map((name) => url.searchParams.get(name)).find((value) => value !== null) ?? inHash ?? '';
  return parseStart(given);
};
