import { type Charset, encode } from './encode.ts';
import type { Shape } from './page-parts.ts';
import { shapes } from './shapes.ts';
import { type Story, type StoryName, stories } from './stories.ts';

/** What a reader finds on a page, by hand; empty where the page does not say it. */
export type Expected = {
  readonly title: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly language: string;
  /** The path of the canonical address. */
  readonly canonical: string;
  readonly caption: string;
  readonly credit: string;
};

/** A saved page of the article site. */
export type ArticlePage = {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: (origin: string) => Uint8Array;
  readonly expected: Expected;
  readonly paragraphs: readonly string[];
};

/** Words around the articles: no saved text may hold them. */
export const noise = [
  'cookies',
  'folding kayak',
  'Ten harbours you must see',
  'First commenter',
  'newsletter',
  'imprint and terms',
  'Not this one',
  'Guestbook',
  'need JavaScript',
];

type Row = readonly [
  shape: keyof typeof shapes,
  story: StoryName,
  more?: {
    readonly charset?: Charset;
    /** Where the page says its charset; in `<meta>` unless told otherwise, `late` after two thousand bytes of something else. */
    readonly said?: 'header' | 'meta' | 'late' | 'nowhere';
    readonly path?: string;
    readonly expected?: Partial<Expected>;
  },
];

const noPicture = { caption: '', credit: '' };
const noCanonical = { canonical: '' };

/** What the pages of a shape do not say, whatever they are about. */
const unsaid: Readonly<Partial<Record<keyof typeof shapes, Partial<Expected>>>> = {
  wordpressPlain: noCanonical,
  blogger: { credit: '' },
  repository: noPicture,
  platform: { credit: '', language: 'en' },
  newsletter: { language: 'en' },
  framework: noPicture,
  microformats: noPicture,
  careless: { ...noPicture, ...noCanonical },
  wix: noPicture,
  joomla: noCanonical,
  forum: noPicture,
  landing: noPicture,
  tables: { ...noPicture, ...noCanonical, authors: [], published: '', language: '' },
};

const rows: readonly Row[] = [
  ['wordpressGraph', 'ferries'],
  ['wordpressGraph', 'library'],
  ['wordpressGraph', 'deutsch'],
  ['wordpressGraph', 'arabic'],
  ['wordpressGraph', 'polish', { charset: 'iso-8859-2' }],
  ['wordpressPlain', 'ferries'],
  ['wordpressPlain', 'francais', { charset: 'iso-8859-1' }],
  ['wordpressPlain', 'russian', { charset: 'windows-1251', said: 'header' }],
  ['wordpressPlain', 'turkish', { charset: 'iso-8859-9' }],
  ['ghost', 'library'],
  ['ghost', 'espanol'],
  ['ghost', 'japanese'],
  ['newsletter', 'ferries'],
  ['newsletter', 'library'],
  ['blogger', 'espanol'],
  ['blogger', 'korean', { charset: 'euc-kr' }],
  ['blogger', 'greek', { charset: 'iso-8859-7' }],
  ['drupal', 'deutsch'],
  ['drupal', 'francais'],
  ['drupal', 'ukrainian', { charset: 'koi8-u', said: 'header' }],
  ['newspaper', 'ferries'],
  ['newspaper', 'deutsch', { charset: 'windows-1252' }],
  ['newspaper', 'russian', { charset: 'windows-1251' }],
  ['newspaper', 'chinese', { charset: 'gbk' }],
  ['newspaper', 'japanese', { charset: 'shift_jis' }],
  ['newspaper', 'library', { charset: 'utf-16le', said: 'nowhere' }],
  ['amp', 'ferries', { path: '/amp-ferries/amp', expected: { canonical: '/amp-ferries' } }],
  ['amp', 'turkish', { path: '/amp-turkish/amp', expected: { canonical: '/amp-turkish' } }],
  ['repository', 'paper'],
  ['platform', 'library'],
  ['platform', 'ferries'],
  ['framework', 'ferries'],
  ['framework', 'ukrainian', { said: 'nowhere' }],
  ['framework', 'chinese'],
  ['microformats', 'polish'],
  ['microformats', 'deutsch', { charset: 'utf-16be', said: 'nowhere' }],
  ['microdata', 'greek'],
  ['microdata', 'francais'],
  ['careless', 'ferries'],
  ['careless', 'library', { expected: { authors: ['Ivo Brandt'] } }],
  ['careless', 'japanese', { charset: 'euc-jp', said: 'header' }],
  ['tables', 'ferries', { charset: 'iso-8859-1', said: 'nowhere' }],
  ['tables', 'deutsch', { charset: 'windows-1252', said: 'nowhere' }],
  ['tables', 'chinese', { charset: 'big5' }],
  ['squarespace', 'library'],
  ['squarespace', 'ferries'],
  ['wix', 'espanol'],
  ['wix', 'hindi'],
  ['joomla', 'polish', { charset: 'windows-1250' }],
  ['joomla', 'russian', { charset: 'koi8-r', said: 'header' }],
  ['joomla', 'francais', { charset: 'iso-8859-15', said: 'late' }],
  ['arc', 'ferries', { expected: { canonical: '/arc/ferries/' } }],
  ['arc', 'hindi', { expected: { canonical: '/arc/hindi/' } }],
  ['arc', 'arabic', { charset: 'windows-1256', said: 'late', expected: { canonical: '/arc/arabic/' } }],
  ['forum', 'ferries'],
  ['landing', 'paper'],
  ['newspaper', 'hindi'],
  ['newspaper', 'arabic'],
  ['wordpressPlain', 'chinese', { charset: 'gb18030' }],
];

const withMeta = (html: string, charset: Charset, before = ''): string =>
  html.replace(
    /<head>/i,
    (head) => `${head}${before}<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
  );

/** As templates write it that tell their own history first. */
const longComment = `<!-- ${'made by a template of the site '.repeat(65)}-->`;

const pageOf = ([shape, name, more = {}]: Row): ArticlePage => {
  const story: Story = stories[name];
  const { charset = 'utf-8', said = 'meta', path = `/${shape}/${name}` } = more;
  const make: Shape = shapes[shape];
  return {
    path,
    contentType: said === 'header' ? `text/html; charset=${charset}` : 'text/html',
    bytes: (origin) => {
      const html = make(story, { origin, path });
      if (said === 'meta') return encode(withMeta(html, charset), charset);
      return encode(said === 'late' ? withMeta(html, charset, longComment) : html, charset);
    },
    expected: {
      title: story.title,
      publisher: story.publisher,
      authors: story.authors,
      published: story.published,
      language: story.language,
      canonical: path,
      caption: story.caption,
      credit: story.credit,
      ...unsaid[shape],
      ...more.expected,
    },
    paragraphs: story.paragraphs,
  };
};

/** The pages of the site, each with what a reader finds on it. */
export const articlePages: readonly ArticlePage[] = rows.map(pageOf);
