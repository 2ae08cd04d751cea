import { expect, test } from 'vitest';
import { decodePage } from './decode-page.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));

test.each<[string, Uint8Array, string, string]>([
  ['the byte order mark before the header', bytes([0xef, 0xbb, 0xbf], 'é'), 'text/html; charset=windows-1251', 'é'],
  [
    'the header before the page',
    bytes('<meta charset=utf-8>', [0xe9]),
    'text/html; charset="ISO-8859-1"',
    '<meta charset=utf-8>é',
  ],
  ['the page', bytes('<meta charset=windows-1251>', [0xcc]), 'text/html', '<meta charset=windows-1251>М'],
  ['a page that cannot be UTF-16', bytes('<meta charset="utf-16">é'), '', '<meta charset="utf-16">é'],
  ['UTF-8 by its bytes', bytes('é'), 'text/html; charset=none-of-this-world', 'é'],
  ['windows-1252 else', bytes([0x93, 0xe9, 0x94]), '', '“é”'],
])('is told by %s', (_, page, contentType, text) => {
  expect(decodePage(page, contentType)).toBe(text);
});
