/** Milliseconds by which `timeZone` (an IANA name or an offset such as "+05:30") is ahead of UTC at that moment. */
const offsetAt = (time: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const part = (type: string): number => Number(parts.find((it) => it.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(time / 1000) * 1000;
};

/** The value of a `datetime-local` control for a moment as the clocks of `timeZone` show it: "2026-11-23T08:00". */
export const wallClock = (time: number, timeZone: string): string =>
  new Date(time + offsetAt(time, timeZone)).toISOString().slice(0, 16);

/**
 * The moment at which the clocks of `timeZone` show `wall` ("2026-11-23T08:00"); milliseconds UTC, or null when `wall`
 * is no date. A time that the change to summer time leaves out is moved on by the hour that is left out; one that the
 * change back repeats is taken the first time.
 */
export const momentOf = (wall: string, timeZone: string): number | null => {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = offsetAt(asUtc - 86_400_000, timeZone);
  const after = offsetAt(asUtc + 86_400_000, timeZone);
  const matches = [before, after]
    .map((offset) => asUtc - offset)
    .filter((time) => wallClock(time, timeZone) === wall.slice(0, 16));
  return matches.length > 0 ? Math.min(...matches) : asUtc - before;
};
