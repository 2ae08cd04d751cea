import { fromHtml } from 'hast-util-from-html';
import { isLanguageTag } from '../../document/language-tag.ts';
import { textOf } from '../../rendering/tree.ts';
import { hostOf, parseWebAddress } from '../address.ts';
import { maxSourceAddress, type Source } from '../source.ts';
import { authorNames } from './author-names.ts';
import type { PageFacts } from './page-facts.ts';
import { publishedDate } from './published-date.ts';

/** What a page gives for its source; empty where it gives nothing. */
export type PageFields = Pick<
  Source,
  'canonicalUrl' | 'title' | 'publisher' | 'authors' | 'published' | 'language' | 'picture'
>;

type Place = (facts: PageFacts) => readonly string[];

const meta =
  (...names: readonly string[]): Place =>
  ({ metas }) =>
    names.flatMap((name) => metas.get(name) ?? []);

const separator = /\s+[|\-–—·»:•/]\s+/u;

/** Where the window's title is the article's and another name beside it, that is the site's. */
const besideTitle: Place = ({ title, headings, data, metas }) => {
  const parts = title.split(separator);
  const titles = [data.headline, ...(metas.get('og:title') ?? []), ...headings];
  return parts.length === 2 && parts.some((part) => titles.includes(part))
    ? parts.filter((part) => !titles.includes(part) && part.length <= 60)
    : [];
};

/** Where each field is looked for, the surest place first: the first one with a usable value gives it. */
const places: Readonly<Record<Exclude<keyof PageFields, 'picture'>, readonly Place[]>> = {
  title: [
    ({ data }) => [data.headline],
    meta('citation_title'),
    meta('og:title'),
    meta('twitter:title'),
    meta('dc.title', 'headline'),
    ({ headings }) => (headings.length === 1 ? headings : []),
    ({ title }) => [title],
    ({ headings }) => headings,
  ],
  publisher: [
    meta('og:site_name'),
    ({ data }) => [data.publisher],
    meta('citation_journal_title', 'citation_publisher'),
    ({ data }) => [data.site],
    meta('dc.publisher'),
    meta('application-name', 'apple-mobile-web-app-title'),
    besideTitle,
  ],
  authors: [
    ({ data }) => data.authors,
    meta('citation_author', 'citation_authors'),
    meta('article:author', 'og:article:author', 'parsely-author', 'sailthru.author'),
    meta('author', 'byl', 'dc.creator', 'twitter:creator'),
    ({ bylines }) => bylines,
  ],
  published: [
    ({ data }) => [data.published],
    meta('article:published_time', 'og:article:published_time', 'article:published'),
    meta('citation_publication_date', 'citation_online_date', 'citation_date'),
    meta('datepublished', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publish-date', 'date'),
    meta('dc.date.issued', 'dc.issued', 'dc.date.created', 'dc.created', 'dc.date'),
    ({ times }) => times,
  ],
  language: [
    ({ language }) => [language],
    ({ data }) => [data.language],
    meta('og:locale', 'content-language', 'citation_language', 'dc.language', 'language'),
  ],
  canonicalUrl: [({ canonical }) => [canonical], meta('og:url'), ({ data }) => [data.address]],
};

const entity = /&(?:#\d+|#x[\da-f]+|[a-z]+);/i;

const unescaped = (text: string): string => (entity.test(text) ? textOf(fromHtml(text, { fragment: true })) : text);

/** Plain words: templates often escape once or twice more what they put into metadata. */
const words = (text: string): string =>
  unescaped(unescaped(text))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200b-\u200f\u2028-\u202e\ufeff]/g, '')
    .trim();

const resolved = (address: string, base: string): string => {
  if (address === '' || !URL.canParse(address, base)) return '';
  const { href } = new URL(address, base);
  return parseWebAddress(href) && href.length <= maxSourceAddress ? href : '';
};

const letters = (name: string): string => name.toLocaleLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

const same = (one: string, other: string): boolean => letters(one) !== '' && letters(one) === letters(other);

const isSite = (part: string, publisher: string, host: string): boolean => same(part, publisher) || same(part, host);

/** A title without the name of the site that templates put before or after it. */
const withoutSite = (title: string, publisher: string, host: string): string => {
  const parts = title.split(separator);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  if (isSite(last, publisher, host))
    return title.slice(0, title.length - last.length).replace(/\s+[|\-–—·»:•/]\s+$/u, '');
  if (isSite(first, publisher, host)) return title.slice(first.length).replace(/^\s+[|\-–—·»:•/]\s+/u, '');
  return title;
};

const languageOf = (written: string): string => {
  const tag = written.trim().replaceAll('_', '-').split(/[,\s]/)[0] ?? '';
  return isLanguageTag(tag) && /^[a-z]{2,3}(?:-|$)/i.test(tag) ? (Intl.getCanonicalLocales(tag)[0] ?? '') : '';
};

/** A page that calls the site's front page its own address was made by a careless template. */
const isFrontPage = (canonical: string, address: string): boolean =>
  new URL(canonical).pathname === '/' && new URL(canonical).search === '' && new URL(address).pathname !== '/';

const fileOf = (address: string): string => /([^/?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '';

/** A file's name without the sizes that systems add for its smaller versions. */
const stem = (address: string): string =>
  fileOf(address)
    .replace(/\.\w+$/, '')
    .replace(/[-_](?:\d+x\d+|\d+w|scaled|large|small|medium)$/i, '');

const pictureOf = (facts: PageFacts, base: string): PageFields['picture'] => {
  const { data, metas, pictures } = facts;
  const named = [
    data.picture.url,
    ...['og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image'].flatMap((name) => metas.get(name) ?? []),
  ];
  const url = named.map((address) => resolved(address, base)).find((address) => address !== '');
  const shown = pictures.find((it) => url === undefined || (stem(it.address) !== '' && stem(it.address) === stem(url)));
  const address = url ?? resolved(shown?.address ?? '', base);
  if (address === '') return null;
  return {
    url: address,
    credit: words(data.picture.credit || shown?.credit || '').slice(0, 500),
    caption: words(shown?.caption || data.picture.caption).slice(0, 2000),
    alt: words(metas.get('og:image:alt')?.[0] || shown?.alt || '').slice(0, 2000),
  };
};

/** The fields of a page that was read at `address`: each from the first of its places that has a usable one. */
export const pageFields = (facts: PageFacts, address: string): PageFields => {
  const base = resolved(facts.base, address) || address;
  const host = hostOf(address);
  const first = (field: keyof typeof places, usable: (written: string) => string): string => {
    for (const place of places[field]) {
      for (const written of place(facts)) {
        const value = usable(written);
        if (value !== '') return value;
      }
    }
    return '';
  };
  const publisher = first('publisher', words).slice(0, 200) || host;
  const canonicalUrl = first('canonicalUrl', (written) => {
    const canonical = resolved(written.trim(), base);
    return canonical === '' || isFrontPage(canonical, address) ? '' : canonical;
  });
  const authors = places.authors
    .map((place) => authorNames(place(facts).map(words)).filter((name) => !same(name, publisher)))
    .find((names) => names.length > 0);
  return {
    canonicalUrl,
    title: first('title', (written) => withoutSite(words(written), publisher, host)).slice(0, 500),
    publisher,
    authors: [...(authors ?? [])],
    published: first('published', publishedDate),
    language: first('language', languageOf),
    picture: pictureOf(facts, base),
  };
};
