import { expect, test } from 'vitest';
import type { Site } from '../../target.ts';
import { wordpressHandOff } from './hand-off.ts';

const site: Site = {
  target: 'wordpress',
  address: 'https://blog.example/',
  name: 'Blog',
  platform: 'WordPress',
  endpoints: { authorization: 'https://blog.example/wp-admin/authorize-application.php?lang=pt' },
  signIn: ['hand-off', 'password'],
};

test('the page gets the return address with its state and keeps its own query', () => {
  const page = new URL(String(wordpressHandOff.page(site, 'rejoinder://sign-in/wordpress?state=a-b')));
  expect(page.origin + page.pathname).toBe('https://blog.example/wp-admin/authorize-application.php');
  expect(page.searchParams.get('lang')).toBe('pt');
  expect(page.searchParams.get('app_name')).toBe('Rejoinder');
  expect(page.searchParams.get('app_id')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(page.searchParams.get('success_url')).toBe('rejoinder://sign-in/wordpress?state=a-b');
});

test('a site without application passwords has no page', () => {
  expect(wordpressHandOff.page({ ...site, endpoints: {} }, 'rejoinder://sign-in/wordpress')).toBeNull();
});

test.each([
  [
    'state=a&site_url=https%3A%2F%2Fblog.example&user_login=ann%20b&password=3KNCabcd',
    { ok: true, value: { username: 'ann b', password: '3KNCabcd' } },
  ],
  ['state=a&success=false', { ok: false, error: { code: 'blog/sign-in-declined' } }],
  ['state=a&user_login=ann', { ok: false, error: { code: 'publish/unexpected-answer' } }],
])('what comes back as %s is read', (query, expected) => {
  expect(wordpressHandOff.credential(site, new URL(`rejoinder://sign-in/wordpress?${query}`))).toMatchObject(expected);
});
