const day = 86_400_000;

const startOfDay = (time: number): number => new Date(time).setHours(0, 0, 0, 0);

/** "now", "14:05", "Fri", "12 Nov", "12 Nov 2024": as short as it can be said unmistakably. Times in milliseconds. */
export const shortDate = (time: number, now: number, nowWord: string, locale?: string): string => {
  if (Math.abs(now - time) < 60_000) return nowWord;
  const days = Math.round((startOfDay(now) - startOfDay(time)) / day);
  const format = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, options).format(time);
  if (days === 0) return format({ hour: '2-digit', minute: '2-digit' });
  if (days > 0 && days < 7) return format({ weekday: 'short' });
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return format(sameYear ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', year: 'numeric' });
};

/** A moment to come, e.g. "Mon 08:00" within a week, "14 Dec, 08:00" later. */
export const upcomingDate = (time: number, now: number, locale?: string): string =>
  new Intl.DateTimeFormat(
    locale,
    time - now < 6 * day
      ? { weekday: 'short', hour: '2-digit', minute: '2-digit' }
      : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  ).format(time);

/** A moment in full: weekday, date and time, in `timeZone` or here. */
export const fullDate = (time: number, timeZone?: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(time);

/** The hour and minute in `timeZone`. */
export const timeIn = (time: number, timeZone: string, locale?: string): string =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(time);

/** A time zone for people: "Lisbon" for Europe/Lisbon, "UTC+05:30" for an offset. */
export const zoneName = (timeZone: string): string =>
  /^[+-]/.test(timeZone) ? `UTC${timeZone}` : (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
