import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paperSizeOf } from './paper-size.ts';
import { printPage } from './print-page.ts';

const template = readFileSync(new URL('../../../renderer/print.html', import.meta.url), 'utf8');
const post = {
  title: 'A < B',
  html: '<section><p>“Yes” &amp; no</p></section>',
  language: 'ar',
  font: 'sans',
  numbered: true,
} as const;

test('the page has the stylesheet, the title, the headline and the post’s own markup', () => {
  const page = printPage(template, post);
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toContain('<title>A &#x3C; B</title>');
  expect(page).toContain('rel="stylesheet"');
  expect(page).toContain('<h1 dir="auto">A &#x3C; B</h1><section><p>“Yes” &#x26; no</p></section>');
  expect(page).toContain('<html data-font="sans" lang="ar">');
  expect(page).toContain('data-numbered');
});

test('a post without a headline begins with its text', () => {
  const page = printPage(template, { ...post, title: '', numbered: false });
  expect(page).not.toContain('<h1');
  expect(page).not.toContain('data-numbered');
});

test.each([
  ['US', 'Letter'],
  ['ca', 'Letter'],
  ['DE', 'A4'],
  ['', 'A4'],
])('the paper of %j is %s', (country, size) => {
  expect(paperSizeOf(country)).toBe(size);
});
