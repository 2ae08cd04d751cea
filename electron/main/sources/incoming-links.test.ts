import { expect, test } from 'vitest';
import { linkIn, makeIncomingLinks } from './incoming-links.ts';

test.each<[readonly string[], string | null]>([
  [['--flag', '/path/to/app', 'https://a.example/x'], 'https://a.example/x'],
  [['rejoinder://new?url=https%3A%2F%2Fa.example%2Fx%3Fy%3D1'], 'https://a.example/x?y=1'],
  [['rejoinder://new?url=javascript%3Aalert(1)'], null],
  [['rejoinder://new?url=file%3A%2F%2F%2Fetc%2Fpasswd'], null],
  [['rejoinder://sign-in/wordpress?url=https://a.example/'], null],
  [[`https://a.example/${'x'.repeat(3000)}`], null],
  [['C:\\app', 'mailto:a@b.example'], null],
])('%j leads to %j', (args, link) => {
  expect(linkIn(args)).toBe(link);
});

test('the newest link waits and is taken once', () => {
  let arrivals = 0;
  const links = makeIncomingLinks(() => {
    arrivals += 1;
  });
  links.deliver(['https://a.example/1']);
  links.deliver(['https://a.example/2']);
  links.deliver(['nothing']);
  expect([links.take(), links.take(), arrivals]).toEqual(['https://a.example/2', null, 2]);
});
