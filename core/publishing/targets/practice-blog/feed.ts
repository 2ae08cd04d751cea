import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { serialise } from '../../../rendering/serialise.ts';
import type { KeptPost, Manifest } from './manifest.ts';
import { blogName, linkTo, pagePath, publishedPosts, summaryOf } from './pages.ts';
import { teaserOf } from './teaser.ts';

// hastscript's `s` keeps the case and the emptiness of XML elements, where `h` would read `link` as HTML's.
const element = (
  name: string,
  properties: Readonly<Record<string, string>>,
  ...children: (Element | string)[]
): Element => s(name, properties, ...children);

/** The writer's excerpt, else the post up to its read-more break, else its first words. */
const summary = (post: KeptPost, link: string): Element => {
  const teaser = post.excerpt === '' ? teaserOf(post) : null;
  return teaser
    ? element('summary', { type: 'html', xmlBase: link }, toHtml(teaser).trim())
    : element('summary', { type: 'text' }, summaryOf(post));
};

const iso = (time: number): string => new Date(time).toISOString();

/**
 * The blog's feed (Atom, RFC 4287). Ids are the posts' own UUIDs and survive a change of title or place. Addresses are
 * relative, since a folder does not know where it will be served; `xml:base` says to what.
 */
export const atomFeed = (manifest: Manifest): string => {
  const posts = publishedPosts(manifest.posts).slice(0, 50);
  const entries = posts.map((post) => {
    const link = linkTo(pagePath(post.slug));
    return element(
      'entry',
      post.language === '' ? {} : { xmlLang: post.language },
      element('id', {}, `urn:uuid:${post.id}`),
      element('title', { type: 'text' }, post.title || 'Untitled'),
      element('link', { rel: 'alternate', type: 'text/html', href: link }),
      element('published', {}, iso(post.date)),
      element('updated', {}, iso(Math.max(post.date, post.changedAt))),
      ...[...post.categories, ...post.tags].map((term) => element('category', { term })),
      summary(post, link),
      element('content', { type: 'html', xmlBase: link }, post.html),
    );
  });
  const updated = Math.max(0, ...posts.map((post) => Math.max(post.date, post.changedAt)));
  const feed: Root = {
    type: 'root',
    children: [
      element(
        'feed',
        { xmlns: 'http://www.w3.org/2005/Atom' },
        element('id', {}, `urn:uuid:${manifest.id}`),
        element('title', { type: 'text' }, blogName),
        element('updated', {}, iso(updated)),
        element('author', {}, element('name', {}, blogName)),
        element('link', { rel: 'self', type: 'application/atom+xml', href: 'feed.xml' }),
        element('link', { rel: 'alternate', type: 'text/html', href: 'index.html' }),
        ...entries,
      ),
    ],
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${serialise(feed, 'xml')}\n`;
};
