import { expect, test } from 'vitest';
import { articleChanges } from '../../../core/sources/changes.ts';
import { articlePages } from '../../../e2e/world/articles/pages.ts';
import { readPage } from './read-page.ts';

const origin = 'https://courier.example';

/** The pages in UTF-8, as text that can be changed. */
const pages = articlePages.flatMap(({ path, bytes, paragraphs }) => {
  const html = Buffer.from(bytes(origin)).toString('utf8');
  return html.includes('\ufffd') || html.includes('\0') ? [] : [{ path, html, first: paragraphs[0] ?? '' }];
});

const articleOf = (path: string, html: string) => {
  const bytes = new TextEncoder().encode(html);
  const { article } = readPage({ bytes, contentType: 'text/html; charset=utf-8', address: `${origin}${path}` });
  if (article === null) throw new Error(`${path} has no article.`);
  return article;
};

const changesOf = (path: string, before: string, after: string) =>
  articleChanges(articleOf(path, before), articleOf(path, after));

/** What stands around an article is another thing with every visit. */
const visitedAgain = (html: string): string =>
  html
    .replaceAll('buy the folding kayak today, half the price', 'a warm coat for cold quays, while they last')
    .replaceAll('Ten harbours you must see before winter', 'The lighthouse keeper who collects fog')
    .replaceAll('What the baker told the mayor', 'Why the mayor bought a bakery')
    .replaceAll('2 comments', '17 comments')
    .replaceAll(
      'First commenter: I have never agreed with anything so much.',
      'Last commenter: I never agree with anything.',
    )
    .replaceAll('Sign up for our newsletter and never miss a story', 'Join ninety thousand readers of our newsletter');

/** What sites put between the paragraphs of an article, by what it is. */
const between: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'an advertisement': [
    '<div class="ad-slot advertisement"><p>Advertisement</p><p>Buy the folding kayak today, half the price.</p></div>',
    '<div class="ad-slot advertisement"><p>Advertisement</p><p>A warm coat for cold quays, while they last.</p></div>',
  ],
  'a related story': [
    '<p><strong>Read more:</strong> <a href="/other-1">Ten harbours you must see before winter</a></p>',
    '<p><strong>Read more:</strong> <a href="/other-9">The lighthouse keeper who collects fog</a></p>',
  ],
  'a list of related stories': [
    '<aside class="related-posts"><h3>Related stories</h3><ul><li><a href="/other-1">Ten harbours you must see before winter</a></li></ul></aside>',
    '<aside class="related-posts"><h3>Related stories</h3><ul><li><a href="/other-9">The lighthouse keeper who collects fog</a></li></ul></aside>',
  ],
  'a list of links that says nothing of itself': [
    '<ul><li><a href="/other-1">Ten harbours you must see before winter</a></li><li><a href="/other-2">What the baker told the mayor</a></li></ul>',
    '<ul><li><a href="/other-8">Why the mayor bought a bakery</a></li><li><a href="/other-9">The lighthouse keeper who collects fog</a></li></ul>',
  ],
  'a link on a line of its own': [
    '<p><a href="/other-1">Ten harbours you must see before winter</a></p>',
    '<p><a href="/other-9">The lighthouse keeper who collects fog</a></p>',
  ],
};

test.each(pages.map(({ path }) => path))('%s with other things around the article has not changed', (path) => {
  const { html = '' } = pages.find((page) => page.path === path) ?? {};
  expect(changesOf(path, html, visitedAgain(html))).toBeNull();
});

const papers = pages.filter(({ path }) => ['/newspaper/ferries', '/ghost/library', '/drupal/deutsch'].includes(path));

test.each(Object.keys(between))('%s between the paragraphs is no change of the article', (name) => {
  const [old = '', fresh = ''] = between[name] ?? [];
  expect(papers).toHaveLength(3);
  for (const { path, html } of papers) {
    const at = html.indexOf('</p>', html.indexOf('<p>', html.indexOf('<h1'))) + '</p>'.length;
    const put = (more: string): string => html.slice(0, at) + more + html.slice(at);
    expect([path, changesOf(path, put(old), put(fresh))]).toEqual([path, null]);
    expect([path, changesOf(path, put(old), html)]).toEqual([path, null]);
  }
});

test('a word of the article is a change wherever the page has other things too', () => {
  for (const { path, html, first } of papers) {
    const word = first.split(' ')[2] ?? '';
    const after = visitedAgain(html).replace(first.slice(0, 40), first.slice(0, 40).replace(word, 'seldom'));
    const changes = changesOf(path, html, after);
    expect([path, changes?.paragraphs.length]).toEqual([path, 1]);
    expect(changes?.paragraphs[0]).toContainEqual({ kind: 'new', text: 'seldom' });
  }
});
