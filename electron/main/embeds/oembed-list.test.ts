import providers from 'oembed-providers/providers.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { listedOembed } from './oembed-list.ts';

test.each([
  ['https://codepen.io/harbour/pen/abcDEF', 'https://codepen.io/api/oembed'],
  ['https://www.ted.com/talks/x_y', 'https://www.ted.com/services/v1/oembed.json'],
  ['http://coub.com/view/1x2y3z', 'https://coub.com/api/oembed.json'],
])('%s is asked about at %s', (page, endpoint) => {
  expect(listedOembed(page)).toBe(`${endpoint}?url=${encodeURIComponent(page)}&format=json`);
});

test.each([
  'https://harbour-courier.example/film',
  'https://evil.example/https://codepen.io/harbour/pen/abcDEF',
  'https://codepen.io.evil.example/harbour/pen/abcDEF',
  'https://www.instagram.com/p/CuZsgfWLyiI/',
])('%s is in no entry that answers to anybody', (page) => {
  expect(listedOembed(page)).toBeNull();
});

test('every open entry of the list with an address is found by it', () => {
  const schemes = providers.flatMap(({ endpoints }) =>
    endpoints.flatMap(({ url, schemes = [] }: { readonly url: string; readonly schemes?: readonly string[] }) =>
      url.startsWith('https://graph.facebook.com/')
        ? []
        : schemes.filter((scheme) => /^https?:\/\/[^/]+\//.test(scheme)),
    ),
  );
  expect(schemes.length).toBeGreaterThan(700);
  const missing = schemes.filter((scheme) => listedOembed(scheme.replaceAll('*', 'x')) === null);
  expect(missing).toEqual([]);
});

test('a long address that almost fits takes no time', () => {
  const started = performance.now();
  listedOembed(`https://codepen.io/${'a/'.repeat(4000)}`);
  expect(performance.now() - started).toBeLessThan(500);
});
