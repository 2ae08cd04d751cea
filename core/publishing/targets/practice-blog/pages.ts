import type { ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { elementsIn, mapTree, textOf } from '../../../rendering/tree.ts';
import type { KeptPost } from './manifest.ts';
import { onFrontPage, teaserOf } from './teaser.ts';

export const blogName = 'Practice blog';

/** A post's page, from the site's root. Links name the file, so that they work without a server. */
export const pagePath = (slug: string): string => `posts/${slug}/index.html`;

/** A path as it is written in a link. */
export const linkTo = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Newest first. */
export const publishedPosts = (posts: readonly KeptPost[]): readonly (KeptPost & { readonly date: number })[] =>
  posts
    .flatMap((post) => (post.status === 'published' && post.date !== null ? [{ ...post, date: post.date }] : []))
    .sort((one, other) => other.date - one.date || one.id.localeCompare(other.id));

const isNoteNumber = (node: ElementContent): boolean =>
  node.type === 'element' && node.properties.role === 'doc-noteref';

/** The excerpt, or the beginning of the first paragraph without the numbers of its notes: at most 280 characters. */
export const summaryOf = (post: KeptPost): string => {
  const tree = mapTree(fromHtml(post.html, { fragment: true }), (node) => (isNoteNumber(node) ? [] : [node]));
  const [first] = elementsIn(tree, 'p');
  const text = (post.excerpt || (first ? textOf(first) : '')).replace(/\s+/g, ' ').trim();
  return text.length <= 280 ? text : `${text.slice(0, 280).replace(/\s+\S*$/, '')}…`;
};

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

const timeOf = (date: number): ElementContent =>
  h('time', { dateTime: new Date(date).toISOString(), lang: 'en', dir: 'ltr' }, day.format(date));

const page = (root: string, title: string, main: readonly ElementContent[]): string => {
  const document: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', title),
          h('link', { rel: 'stylesheet', href: `${root}style.css` }),
          h('link', { rel: 'alternate', type: 'application/atom+xml', title: blogName, href: `${root}feed.xml` }),
        ]),
        h('body', [
          h('header', [h('a', { href: `${root}index.html` }, blogName)]),
          h('main', [...main]),
          h('footer', { className: ['site'] }, [
            'Made with Rejoinder, on this computer. ',
            h('a', { href: `${root}feed.xml` }, 'Feed'),
          ]),
        ]),
      ]) as RootContent,
    ],
  };
  // The post's own markup went through its dialect's allow-list; it must reach the page as it was previewed.
  return `${toHtml(document, { allowDangerousHtml: true })}\n`;
};

/** The post's markup says its directions by itself, for a page that runs from left to right; headlines do not. */
const languageOf = ({ language }: KeptPost): Readonly<Record<string, string>> =>
  language === '' ? {} : { lang: language };

/** The page of one post. */
export const postPage = (post: KeptPost & { readonly date: number }): string =>
  page('../../', post.title || 'Untitled', [
    h('article', languageOf(post), [
      h('h1', { dir: 'auto' }, post.title || 'Untitled'),
      timeOf(post.date),
      { type: 'raw', value: post.html } as unknown as ElementContent,
      ...(post.tags.length > 0 ? [h('p', { className: ['tags'] }, post.tags.join(' · '))] : []),
    ]),
  ]);

const summary = (post: KeptPost): readonly ElementContent[] => {
  const teaser = teaserOf(post);
  if (!teaser) return [h('p', { dir: 'auto' }, summaryOf(post))];
  return onFrontPage(teaser, linkTo(pagePath(post.slug))).children as ElementContent[];
};

/** The list of all published posts: each up to its read-more break, or with its excerpt or first words. */
export const frontPage = (posts: readonly KeptPost[]): string => {
  const entries = publishedPosts(posts).map((post) =>
    h('li', languageOf(post), [
      h('h2', { dir: 'auto' }, [h('a', { href: linkTo(pagePath(post.slug)) }, post.title || 'Untitled')]),
      timeOf(post.date),
      ...summary(post),
    ]),
  );
  return page('', blogName, [
    entries.length > 0 ? h('ul', { className: ['posts'] }, entries) : h('p', 'Nothing is published here yet.'),
  ]);
};
