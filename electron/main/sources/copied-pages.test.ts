import { expect, test } from 'vitest';
import { makeCopiedPages } from './copied-pages.ts';

const marked = (address: string, page: string): string =>
  `<a data-rejoinder="${JSON.stringify({ version: 1, address, selection: 'words', page }).replaceAll('"', '&quot;')}">A</a>`;

test('a copied page is taken once, for its own address, whatever is copied next', async () => {
  let html = marked('https://courier.example/a', '<p>é</p>');
  const pages = makeCopiedPages(() => Promise.resolve(html));
  expect(pages.take('https://courier.example/a')).toBeNull();
  expect(await pages.look()).toEqual({ address: 'https://courier.example/a', selection: 'words' });
  html = 'something else';
  expect(pages.take('https://courier.example/b')).toBeNull();
  const page = pages.take('https://courier.example/a?utm_source=feed');
  expect(new TextDecoder().decode(page?.bytes)).toBe('<p>é</p>');
  expect(page?.contentType).toBe('text/html; charset=utf-8');
  expect(pages.take('https://courier.example/a')).toBeNull();
});

test('a clipboard without a page puts away the one before', async () => {
  let html = marked('https://courier.example/a', '<p>A</p>');
  const pages = makeCopiedPages(() => Promise.resolve(html));
  await pages.look();
  html = '<p>nothing</p>';
  expect(await pages.look()).toBeNull();
  expect(pages.take('https://courier.example/a')).toBeNull();
});
