import { expect, test } from 'vitest';
import { momentOf, wallClock } from './zoned-time.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);

test.each([
  ['2026-11-23T08:00', 'Europe/Lisbon', '2026-11-23T08:00'],
  ['2026-07-23T08:00', 'Europe/Lisbon', '2026-07-23T07:00'],
  ['2026-11-23T08:00', 'America/New_York', '2026-11-23T13:00'],
  ['2026-11-23T08:00', '+05:30', '2026-11-23T02:30'],
  ['2026-11-23T00:10', 'Pacific/Auckland', '2026-11-22T11:10'],
])('%s in %s is %s UTC, and back', (wall, zone, moment) => {
  expect(momentOf(wall, zone)).toBe(utc(moment));
  expect(wallClock(utc(moment), zone)).toBe(wall);
});

test('a time that summer time leaves out moves on by an hour', () => {
  expect(momentOf('2026-03-29T02:30', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30'));
});

test('a time that comes twice is taken the first time', () => {
  expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30'));
});

test('what is no date has no moment', () => {
  expect(momentOf('', 'Europe/Berlin')).toBeNull();
});
