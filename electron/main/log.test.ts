import { expect, test } from 'vitest';
import { withoutSecrets } from './log.ts';

test('a sign-in address loses its password and its state', () => {
  const address = 'http://127.0.0.1:4711/sign-in/wordpress?state=abc&user_login=ann&password=3KNCabcd';
  expect(withoutSecrets(address)).toBe('http://127.0.0.1:4711/sign-in/wordpress?state=•••&user_login=ann&password=•••');
});

test('an authorisation header loses its credential', () => {
  expect(withoutSecrets('Authorization: Basic YW5uOnNlY3JldA==')).toBe('Authorization: Basic •••');
});
