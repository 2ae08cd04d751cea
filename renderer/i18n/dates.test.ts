import { expect, test } from 'vitest';
import { shortDate, upcomingDate, zoneName } from './dates.ts';

const now = new Date(2026, 10, 21, 18, 42).getTime();

test('a date is as short as it can be said unmistakably', () => {
  const at = (...parts: [number, number, number, number, number]): string =>
    shortDate(new Date(...parts).getTime(), now, 'now', 'en-GB');
  expect(at(2026, 10, 21, 18, 42)).toBe('now');
  expect(at(2026, 10, 21, 8, 5)).toBe('08:05');
  expect(at(2026, 10, 20, 23, 59)).toBe('Fri');
  expect(at(2026, 10, 12, 12, 0)).toBe('12 Nov');
  expect(at(2025, 10, 12, 12, 0)).toBe('12 Nov 2025');
});

test('a scheduled moment names its weekday, or its date when it is further away', () => {
  expect(upcomingDate(new Date(2026, 10, 23, 8, 0).getTime(), now, 'en-GB')).toBe('Mon 08:00');
  expect(upcomingDate(new Date(2026, 11, 14, 8, 0).getTime(), now, 'en-GB')).toBe('14 Dec, 08:00');
});

test('a zone is called by its city, or by its offset', () => {
  expect(zoneName('America/New_York')).toBe('New York');
  expect(zoneName('+05:30')).toBe('UTC+05:30');
});
