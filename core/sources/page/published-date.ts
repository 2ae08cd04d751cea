const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const two = (text: string): string => text.padStart(2, '0');

/** A day that exists, as an ISO date; empty otherwise. */
const dayOf = (year: string, month: string | number, day: string): string => {
  const date = `${year}-${two(String(month))}-${two(day)}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : '';
};

const monthOf = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const ordered = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const timed =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[.*\])?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b(.*)$/i;
const monthFirst = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;

const offsetOf = (offset: string): string => {
  if (/^z$/i.test(offset)) return 'Z';
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${hours}:${minutes}`;
};

const fromTimed = (text: string): string => {
  const found = timed.exec(text);
  if (!found) return '';
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', offset] = found;
  const date = dayOf(year, month, day);
  if (date === '' || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date;
  // Without an offset nobody knows the moment, only the day.
  return offset ? `${date}T${hour}:${minute}:${second}${offsetOf(offset)}` : date;
};

const fromDigits = (text: string): string => {
  const milliseconds = /^\d{13}$/.test(text) ? Number(text) : /^\d{10}$/.test(text) ? Number(text) * 1000 : Number.NaN;
  return Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
};

const fromWords = (text: string): string => {
  const first = dayFirst.exec(text);
  if (first) {
    const [, day = '', month = '', year = '', rest = ''] = first;
    if (monthOf(month) === 0) return '';
    // As in mail and HTTP headers: a time with its zone.
    const moment = /\d{2}:\d{2}.*(?:GMT|UTC|[+-]\d{4})\s*$/i.test(rest) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(moment) ? dayOf(year, monthOf(month), day) : new Date(moment).toISOString().replace('.000', '');
  }
  const [, month = '', day = '', year = ''] = monthFirst.exec(text) ?? [];
  return monthOf(month) === 0 ? '' : dayOf(year, monthOf(month), day);
};

/**
 * A date as pages write it, as an ISO 8601 date, or a date and time where its offset is known; empty when it is none. Months
 * by name are read in English only: other languages' dates stand in `datetime` and metadata, too.
 */
export const publishedDate = (written: string): string => {
  const text = written.trim().replace(/\s+/g, ' ').slice(0, 100);
  const [, year = '', month = '', day = ''] = ordered.exec(text) ?? compact.exec(text) ?? [];
  if (year !== '') return dayOf(year, month, day);
  return fromTimed(text) || fromDigits(text) || fromWords(text);
};
