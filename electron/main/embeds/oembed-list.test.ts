import { readFileSync } from 'node:fs';
import providers from 'oembed-providers/providers.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { parseEmbedAddress } from '../../../core/embeds/embed-address.ts';
import { listedEmbed, listedOembed } from './oembed-list.ts';

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

type Provider = {
  readonly provider_name: string;
  readonly endpoints: readonly { readonly schemes?: readonly string[] }[];
};

/** The forms that are offered, by the site's name. */
const offered = JSON.parse(readFileSync(new URL('fixtures/offered.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

/** An address as each form of the list has it; of a provider without forms there is none. */
const forms = (providers as readonly Provider[]).flatMap(({ provider_name: site, endpoints }) =>
  endpoints.flatMap(({ schemes = [] }) =>
    schemes.map((scheme) => ({ site, scheme, page: scheme.replace(/^- /, '').replaceAll('*', 'x') })),
  ),
);

/** What is neither a card by itself nor offered as one, and why. */
const left: Readonly<Record<string, string>> = {
  'Beautiful.AI': 'the list names no addresses',
  Bitchute: 'the list names no addresses; it is in our table',
  eduMedia: 'the list names no addresses',
  GloriaTV: 'the list names no addresses',
  Matterport: 'the list names no addresses',
  PingVP: 'the list names no addresses',
  Typlog: 'the list names no addresses: its blogs have hosts of their own',
  Facebook: 'answers registered applications only; its posts are in our table',
  Instagram: 'answers registered applications only; its posts are in our table',
  Spotify: 'of `spotify:`, which no browser opens; its pages are in our table',
};

test('every form of the list becomes a card, is offered as one, or is left for a reason', () => {
  const become = (verdict: string): string[] =>
    forms
      .filter(({ page }) => {
        if (parseEmbedAddress(page).ok) return verdict === 'card';
        const found = listedEmbed(page);
        return (found === null ? 'nothing' : found.isCertain ? 'card' : 'offer') === verdict;
      })
      .map(({ site, scheme }) => `${site}: ${scheme}`);
  const asOffered = Object.entries(offered).flatMap(([site, schemes]) => schemes.map((scheme) => `${site}: ${scheme}`));
  expect(become('offer').sort()).toEqual(asOffered.sort());
  expect(become('card').length).toBeGreaterThan(500);
  const silent = [
    ...become('nothing').map((form) => form.split(': ', 1)[0]),
    ...(providers as readonly Provider[])
      .filter(({ endpoints }) => endpoints.every(({ schemes = [] }) => schemes.length === 0))
      .map(({ provider_name: site }) => site),
  ];
  expect([...new Set(silent)].sort()).toEqual(Object.keys(left).sort());
});

test.each([
  ['https://www.documentcloud.org/documents/123-letter', 'DocumentCloud'],
  ['https://play.itemis.io/?model=1', 'itemis CREATE'],
  ['https://vod.sooplive.com/player/123456', 'SOOP'],
  ['https://smashnotes.com/p/show/e/first/s/end', 'SmashNotes'],
])('%s is something of %s to be shown', (page, site) => {
  expect(listedEmbed(page)).toEqual({ site, isCertain: true });
});

test.each([
  ['https://www.nytimes.com/2026/06/01/world/ferries.html', 'The New York Times'],
  ['https://www.deseret.com/2026/6/1/ferries', 'Deseret News'],
  ['https://harbour.wordpress.com/2026/06/01/ferries/', 'WordPress.com'],
  ['https://www.circlezeroeight.com/news/ferries', 'CircleZeroEight'],
  ['https://ndla.no/article/1234', 'NDLA - Norwegian Digital Learning Arena'],
])('%s may be an article of %s', (page, site) => {
  expect(listedEmbed(page)).toEqual({ site, isCertain: false });
});

test.each([
  'https://www.nytimes.com/',
  'https://harbour-courier.example/film',
  'https://evil.example/?https://gyazo.com/x',
])('%s is nothing of the list', (page) => {
  expect(listedEmbed(page)).toBeNull();
});
