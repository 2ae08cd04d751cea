import { afterEach, describe, expect, test } from 'vitest';
import { openLoopbackReturn } from './loopback-return.ts';
import type { ReturnPath } from './return-path.ts';
import { addressIn, makeSchemeReturn } from './scheme-return.ts';

const answer = '&site_url=https%3A%2F%2Fblog.example&user_login=ann&password=3KNCabcd';
const pending = Symbol('pending');
const now = (arrival: Promise<URL>) => Promise.race([arrival, Promise.resolve(pending)]);

describe('a loopback return', () => {
  let way: ReturnPath;
  afterEach(() => way.close());

  test('takes the answer, shows a page without it, and is gone', async () => {
    way = await openLoopbackReturn('wordpress', 'the state');
    const first = await fetch(way.address + answer, { redirect: 'manual' });
    expect(first.status).toBe(303);
    expect(first.headers.get('location')).toBe('/signed-in');
    expect(first.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await first.text()).toBe('');
    expect((await way.arrival).searchParams.get('password')).toBe('3KNCabcd');

    const second = await fetch(new URL('/signed-in', way.address));
    expect(second.status).toBe(200);
    const html = await second.text();
    expect(html).toContain('go back to Rejoinder');
    expect(html).not.toContain('3KNC');
    await expect(fetch(way.address + answer)).rejects.toThrow('fetch failed');
  });

  test('takes an answer only once', async () => {
    way = await openLoopbackReturn('wordpress', 'the state');
    expect((await fetch(way.address + answer, { redirect: 'manual' })).status).toBe(303);
    expect((await fetch(`${way.address}&password=other`, { redirect: 'manual' })).status).toBe(404);
    expect((await way.arrival).searchParams.get('password')).toBe('3KNCabcd');
    await fetch(new URL('/signed-in', way.address));
  });

  test.each([
    ['without the state', (address: string) => address.replace('the%20state', '')],
    ['with a guessed state', (address: string) => address.replace('the%20state', 'the%20stage')],
    ['for another target', (address: string) => address.replace('wordpress', 'ghost')],
  ])('goes on waiting after an address %s', async (_, change) => {
    way = await openLoopbackReturn('wordpress', 'the state');
    expect((await fetch(change(way.address) + answer)).status).toBe(404);
    expect(await now(way.arrival)).toBe(pending);
  });
});

describe('a return over our own scheme', () => {
  test('takes the answer with its state once', async () => {
    const returns = makeSchemeReturn();
    const way = await returns.open('wordpress', 'the state');
    expect(way.address).toBe('rejoinder://sign-in/wordpress?state=the%20state');
    returns.deliver('rejoinder://sign-in/wordpress?state=guessed&password=evil');
    returns.deliver('rejoinder://elsewhere/wordpress?state=the%20state&password=evil');
    returns.deliver('https://sign-in/wordpress?state=the%20state&password=evil');
    expect(await now(way.arrival)).toBe(pending);
    returns.deliver(way.address + answer);
    expect((await way.arrival).searchParams.get('user_login')).toBe('ann');
  });

  test('is over once it is closed', async () => {
    const returns = makeSchemeReturn();
    const way = await returns.open('wordpress', 'the state');
    way.close();
    returns.deliver(way.address + answer);
    expect(await now(way.arrival)).toBe(pending);
  });

  test('is found among the arguments of a second start', () => {
    expect(addressIn(['electron', '--flag', 'rejoinder://sign-in/wordpress?state=a'])).toBe(
      'rejoinder://sign-in/wordpress?state=a',
    );
    expect(addressIn(['electron', '.'])).toBeUndefined();
  });
});
