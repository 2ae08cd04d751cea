import { expect, test } from 'vitest';
import { copiedPageIn, isSamePage, maxCopiedBytes } from './copied-page.ts';

const copied = {
  version: 1,
  address: 'https://courier.example/a?b=1&c=2',
  selection: ' “Nobody” asked\nus ',
  page: '<!doctype html><p title="&amp;quot;">5 < 6 &nbsp;& "more"</p>',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;');

const marked = (value: unknown): string =>
  `<a href="https://courier.example/a" data-rejoinder="${escaped(JSON.stringify(value))}">A page</a>`;

test('the page, its address and what was selected come out as they went in', () => {
  const { address, page } = copied;
  const read = { address, page, selection: '“Nobody” asked\nus' };
  expect(copiedPageIn(marked(copied))).toEqual(read);
  expect(copiedPageIn(`<meta charset='utf-8'><html><body>\n<!--StartFragment-->${marked(copied)}`)).toEqual(read);
  expect(copiedPageIn(marked(copied).replaceAll('&quot;', '&quot;').replaceAll('5 <', '5 &lt;'))).toEqual(read);
});

test.each([
  ['nothing', ''],
  ['no mark', '<a href="https://courier.example/a">A page</a>'],
  ['a mark without an end', '<a data-rejoinder="{&quot;version&quot;:1'],
  ['no JSON', '<a data-rejoinder="page">A page</a>'],
  ['a newer version', marked({ ...copied, version: 2 })],
  ['no web address', marked({ ...copied, address: 'file:///etc/passwd' })],
  ['a script for an address', marked({ ...copied, address: 'javascript:alert(1)' })],
  ['no page', marked({ ...copied, page: '' })],
  ['a page that is no text', marked({ ...copied, page: { html: '<p>' } })],
  ['a mark far behind', `${'<p>'.repeat(10_000)}${marked(copied)}`],
  ['too large a page', marked({ ...copied, page: 'x'.repeat(maxCopiedBytes + 1) })],
  ['a page with too many bytes', marked({ ...copied, page: 'ж'.repeat(maxCopiedBytes / 2 + 1) })],
])('%s is no copied page', (_, html) => {
  expect(copiedPageIn(html)).toBeNull();
});

test('a selection that is too long is left out, its page is not', () => {
  expect(copiedPageIn(marked({ ...copied, selection: 'x'.repeat(30_000) }))?.selection).toBe('');
});

test('one page has many addresses', () => {
  expect(isSamePage('https://www.courier.example/a?utm_source=x', 'http://courier.example/a#part')).toBe(true);
  expect(isSamePage('https://courier.example/a', 'https://courier.example/b')).toBe(false);
  expect(isSamePage('', '')).toBe(false);
});
