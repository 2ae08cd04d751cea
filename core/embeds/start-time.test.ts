import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxStart, parseStart, startIn, startText } from './start-time.ts';

test.each([
  ['90', 90],
  ['90s', 90],
  ['1m30s', 90],
  ['1m30', 90],
  ['1h2m3s', 3723],
  ['2h', 7200],
  ['1:30', 90],
  ['1:02:03', 3723],
  [' 90 ', 90],
  ['12.7', 12],
  ['', 0],
  ['soon', 0],
  ['-5', 0],
  ['1:5', 0],
  ['99h', 0],
  ['1e9', 0],
])('%j is second %i', (text, seconds) => {
  expect(parseStart(text)).toBe(seconds);
});

test.each([
  [0, ''],
  [5, '0:05'],
  [90, '1:30'],
  [3723, '1:02:03'],
])('second %i is written %j', (seconds, text) => {
  expect(startText(seconds)).toBe(text);
});

test('what is written is read as the same time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: maxStart }), (seconds) => parseStart(startText(seconds)) === seconds),
  );
});

test('an address carries it as parameter or fragment', () => {
  expect(startIn(new URL('https://a.example/?t=1m5s'))).toBe(65);
  expect(startIn(new URL('https://a.example/#t=65'))).toBe(65);
  expect(startIn(new URL('https://a.example/#top'))).toBe(0);
});
