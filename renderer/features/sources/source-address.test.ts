import { expect, test } from 'vitest';
import { sourceAddress } from './source-address.ts';

test.each([
  ['https://harbour-courier.example/talks', 'https://harbour-courier.example/talks'],
  ['  harbour-courier.example/talks ', 'https://harbour-courier.example/talks'],
  ['localhost:8080/a', 'https://localhost:8080/a'],
  ['http://127.0.0.1:9/a', 'http://127.0.0.1:9/a'],
  ['', ''],
])('%j is taken as %j', (typed, address) => {
  expect(sourceAddress(typed)).toBe(address);
});

test.each(['javascript:alert(1)', 'mailto:a@b.example', 'two words', 'file:///etc/passwd', 'words'])(
  '%j is no address of an article',
  (typed) => {
    expect(sourceAddress(typed)).toBeNull();
  },
);
