import { expect, test } from 'vitest';
import { linkAddress } from './link-address.ts';

test.each([
  ['example.org', 'https://example.org'],
  [' www.example.org/a?b=c#d ', 'https://www.example.org/a?b=c#d'],
  ['http://example.org', 'http://example.org'],
  ['HTTPS://example.org/Ü', 'HTTPS://example.org/Ü'],
  ['localhost:8080/x', 'https://localhost:8080/x'],
  ['example.org:8443', 'https://example.org:8443'],
  ['editor@example.org', 'mailto:editor@example.org'],
  ['mailto:editor@example.org', 'mailto:editor@example.org'],
])('%s is a link to %s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});

test.each([
  '',
  '   ',
  'word',
  'two words',
  'javascript:alert(1)',
  'JavaScript:alert(1)//example.org',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'vbscript:x',
  'https://',
  'http:',
])('%j is no link', (typed) => {
  expect(linkAddress(typed)).toBeNull();
});
