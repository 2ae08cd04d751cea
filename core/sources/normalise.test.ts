import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageKey, withoutTrackers } from './normalise.ts';

describe('an address without trackers', () => {
  test.each([
    ['https://a.example/x?utm_source=feed&utm_medium=rss', 'https://a.example/x'],
    ['https://a.example/x?id=7&fbclid=abc&page=2#part', 'https://a.example/x?id=7&page=2#part'],
    ['https://a.example/x?UTM_Campaign=y#a#b', 'https://a.example/x#a#b'],
    ['https://a.example/x?q=%20a+b&gclid=1', 'https://a.example/x?q=%20a+b'],
    ['https://www.google.com/url?q=https%3A%2F%2Fa.example%2Fx%3Futm_source%3Dg&sa=D', 'https://a.example/x'],
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F&h=AT0', 'https://a.example/'],
    ['https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=05', 'https://a.example/'],
  ])('%s', (address, clean) => {
    expect(withoutTrackers(address)).toBe(clean);
  });

  test.each([
    'https://a.example/x?source=7&reference=utm_source',
    'https://a.example/?',
    'mailto:a@b.example?subject=utm_source=x',
    'javascript:alert(1)?utm_source=x',
    'https://www.google.com/url?q=javascript%3Aalert(1)',
    'https://google.example/url?q=https%3A%2F%2Fa.example%2F',
    'not an address?utm_source=x',
  ])('is left as it is: %s', (address) => {
    expect(withoutTrackers(address)).toBe(address);
  });

  test('keeps every other parameter as it stands, and stays without them', () => {
    const kept = fc.stringMatching(/^[a-f0-9%+]{0,4}=[\w%+.-]{0,6}$/);
    const dropped = fc.constantFrom('utm_source=x', 'fbclid=', 'GCLID=1', 'mc_eid', 'ref_src=a%3Db');
    fc.assert(
      fc.property(fc.array(fc.oneof(kept, dropped), { maxLength: 6 }), (parameters) => {
        const clean = withoutTrackers(`https://a.example/x?${parameters.join('&')}#part`);
        const rest = parameters.filter((it) => !/^(?:utm_|fbclid|gclid|mc_eid|ref_src)/i.test(it));
        expect(clean).toBe(
          `https://a.example/x${rest.length > 0 || parameters.length === 0 ? `?${rest.join('&')}` : ''}#part`,
        );
        expect(withoutTrackers(clean)).toBe(clean);
      }),
    );
  });
});

describe('the same article', () => {
  test.each([
    'http://www.courier.example/news/ferries/',
    'https://courier.example/news/ferries?utm_source=x',
    'https://m.courier.example/news/ferries#comments',
    'https://amp.courier.example/news/ferries/amp',
    ' https://courier.example/news/ferries/amp/ ',
  ])('%s', (address) => {
    expect(pageKey(address)).toBe('courier.example/news/ferries');
  });

  test('is another one with another page, host, port or parameter', () => {
    const keys = ['a.example/x', 'a.example/y', 'b.example/x', 'a.example:8080/x', 'a.example/x?id=1', 'm.example/x'];
    expect(new Set(keys.map((key) => pageKey(`https://${key}`))).size).toBe(keys.length);
    expect(pageKey('https://a.example/x?b=2&a=1')).toBe(pageKey('https://a.example/x?a=1&b=2'));
    expect(pageKey('mailto:a@b.example')).toBeNull();
  });
});
