import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedOf, isEmbedAddress, pageOf, parseEmbedAddress, playerOf, siteNameOf } from './embed-address.ts';
import { playerHosts } from './player-hosts.ts';
import { embedProvider, embedProviderIds, embedProviders } from './providers.ts';

type Fixture = {
  /** Addresses that people paste, with the page that is kept and the start time in seconds. */
  readonly is: readonly { readonly address: string; readonly page: string; readonly start?: number }[];
  /** Addresses of the same site, or of one that looks like it, that are none. */
  readonly not: readonly string[];
  /** The player of the first one, from the beginning and, where it can, from second 90. */
  readonly player?: readonly string[];
  /** The page of the first one from second 90. */
  readonly pageAt90?: string;
};

const fixtures = JSON.parse(readFileSync(new URL('fixtures/addresses.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Fixture>
>;

const read = (address: string) => {
  const embed = parseEmbedAddress(address);
  if (!embed.ok) throw new Error(`Not an embed: ${address}`);
  return embed.value;
};

test('every site of the table has its fixtures, and there are no others', () => {
  expect(Object.keys(fixtures).sort()).toEqual(embedProviders.map(([id]) => id as string).sort());
  expect(new Set(embedProviderIds).size).toBe(embedProviderIds.length);
});

describe.each(Object.entries(fixtures))('%s', (id, { is, not, player = [], pageAt90 }) => {
  const first = read(is[0]?.address ?? '');

  test.each(is)('$address', ({ address, page, start = 0 }) => {
    expect(read(address)).toMatchObject({ provider: id, url: page, start });
  });

  test.each(not)('%s is none', (address) => {
    const embed = parseEmbedAddress(address);
    expect(embed.ok && embed.value.provider === id).toBe(false);
  });

  test('the page that is kept is read back as the same', () => {
    for (const { page } of is) {
      expect(isEmbedAddress(page)).toBe(true);
      expect(read(page)).toMatchObject({ provider: id, url: page });
    }
  });

  test('its player and its start time are what the site gives', () => {
    const at90 = pageOf({ ...first, start: 90 });
    expect(at90).toBe(pageAt90 ?? first.url);
    if (pageAt90 !== undefined) expect(read(at90)).toMatchObject({ url: first.url, start: 90 });
    const [whole, from90 = whole] = player;
    expect(playerOf({ ...first, start: 0 })).toBe(whole ?? null);
    expect(playerOf({ ...first, start: 90 })).toBe(from90 ?? null);
  });

  test('a host that ends otherwise, a scheme that runs and a name before the host are none of it', () => {
    for (const { page } of is) {
      const { host, pathname, search } = new URL(page);
      for (const hostile of [
        `https://evil.example/${host}${pathname}${search}`,
        `https://${host}.evil.example:8443${pathname}${search}`,
        `https://someone:secret@${host}${pathname}${search}`,
        `javascript:alert("${page}")`,
        `ftp://${host}${pathname}${search}`,
        `a sentence about ${page}`,
      ]) {
        const embed = parseEmbedAddress(hostile);
        expect(embed.ok && embed.value.provider === id, hostile).toBe(false);
      }
    }
  });
});

test('frames are allowed for exactly the hosts of players', () => {
  const players = Object.values(fixtures).flatMap(({ player = [] }) => player);
  expect([...new Set(players.map((address) => new URL(address).host))].sort()).toEqual([...playerHosts].sort());
  for (const [id, { player }] of embedProviders)
    expect(fixtures[id]?.player !== undefined, id).toBe(player !== undefined);
});

test('any other page is an embed only where the writer says so', () => {
  const page = 'https://harbour-courier.example/ferries?id=1';
  expect(parseEmbedAddress(page)).toMatchObject({ ok: false, error: { code: 'embed/not-an-address' } });
  const embed = embedOf(`${page}&utm_source=x`);
  expect(embed).toEqual({ ok: true, value: { provider: 'web', id: '', url: page, start: 0 } });
  expect(siteNameOf({ provider: 'web', url: page })).toBe('harbour-courier.example');
  expect(embedProvider('web')).toBeNull();
});

test.each([
  '',
  'a film',
  'harbour',
  'javascript:alert(1)',
  'mailto:a@b.example',
  'https://',
  'https://me:x@h.example/',
])('%j is no embed at all', (text) => {
  expect(embedOf(text)).toMatchObject({ ok: false, error: { code: 'embed/not-an-address' } });
});

test('whatever is pasted is read without an error, and what is kept is kept as it is', () => {
  const pages = Object.values(fixtures).flatMap(({ is }) => is.map(({ address }) => address));
  const pasted = fc
    .tuple(fc.constantFrom(...pages), fc.string({ unit: 'binary', maxLength: 12 }), fc.nat({ max: 200 }))
    .map(([page, text, at]) => page.slice(0, at) + text + page.slice(at));
  fc.assert(
    fc.property(fc.oneof(pasted, fc.webUrl({ withQueryParameters: true, withFragments: true })), (text) => {
      const embed = embedOf(text);
      if (!embed.ok) return;
      expect(isEmbedAddress(embed.value.url)).toBe(true);
      expect(embedOf(embed.value.url)).toMatchObject({ value: { provider: embed.value.provider, id: embed.value.id } });
      expect(pageOf({ ...embed.value, start: 90 })).toMatch(/^https?:\/\/[^\s"<>]+$/);
    }),
    { numRuns: 3000 },
  );
});
