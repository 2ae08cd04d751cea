import { isRecord } from '../../document/hostile.ts';

type Thing = Readonly<Record<string, unknown>>;

/** What a page says of its article in JSON-LD; empty where it says nothing. Source: https://schema.org/Article. */
export type StructuredData = {
  readonly headline: string;
  readonly publisher: string;
  /** The name of the web site, which is often the better word for the publisher. */
  readonly site: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly language: string;
  readonly address: string;
  readonly picture: { readonly url: string; readonly credit: string; readonly caption: string };
  /** The page says itself that not everybody may read all of it. */
  readonly closed: boolean;
};

const articleTypes =
  /^(?:\w*Article|BlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review|OpinionNewsArticle|CreativeWork)$/;

/** More than any page has; what comes after is left out. */
const mostThings = 2000;

/** Comments and raw line breaks in strings are the usual mistakes of templates. */
const mended = (text: string): string =>
  text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, '')
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/,\s*([\]}])/g, '$1');

const parse = (text: string): unknown => {
  for (const json of [text, mended(text)]) {
    try {
      return JSON.parse(json);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
};

/** Every thing in a block, from outside in, without recursion: a block may nest as deeply as it likes. */
const thingsIn = (block: unknown): readonly Thing[] => {
  const things: Thing[] = [];
  let level: readonly unknown[] = [block];
  while (level.length > 0 && things.length < mostThings) {
    const records = level.flatMap((it) => (Array.isArray(it) ? it : [it])).filter(isRecord);
    things.push(...records.slice(0, mostThings - things.length));
    level = records.flatMap((record) => Object.values(record)).filter((it) => typeof it === 'object');
  }
  return things;
};

const typesOf = ({ '@type': type }: Thing): readonly string[] =>
  (Array.isArray(type) ? type : [type])
    .filter((it): it is string => typeof it === 'string')
    .map((it) => it.replace(/^.*[/:#]/, ''));

const text = (value: unknown): string => {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(text).find((it) => it !== '') ?? '';
  return isRecord(value) ? text(value['@value'] ?? value['@id'] ?? '') : '';
};

const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

type Find = (value: unknown) => Thing | null;

/** Things may stand where they are named, or be named there by their id. */
const finder = (things: readonly Thing[]): Find => {
  const byId = new Map<string, Thing>();
  for (const thing of things) {
    const id = thing['@id'];
    const known = typeof id === 'string' ? byId.get(id) : undefined;
    if (typeof id === 'string' && Object.keys(thing).length > Object.keys(known ?? {}).length) byId.set(id, thing);
  }
  return (value) => (isRecord(value) ? (byId.get(text(value['@id'])) ?? value) : null);
};

const nameOf = (find: Find, value: unknown): string => {
  const thing = find(value);
  return thing ? text(thing.name) || text(thing.alternateName) : text(value);
};

const pictureOf = (find: Find, value: unknown): StructuredData['picture'] => {
  const [first] = list(value);
  const thing = find(first);
  if (!thing) return { url: text(first), credit: '', caption: '' };
  return {
    url: text(thing.url) || text(thing.contentUrl),
    credit: text(thing.creditText) || nameOf(find, thing.creator ?? thing.author) || text(thing.copyrightNotice),
    caption: text(thing.caption) || text(thing.description),
  };
};

const isFalse = (value: unknown): boolean =>
  value === false || /^(?:false|http:\/\/schema\.org\/False)$/i.test(text(value));

/** Reads the JSON-LD blocks of a page; broken ones are passed over. */
export const structuredData = (blocks: readonly string[]): StructuredData => {
  const things = blocks.flatMap((block) => thingsIn(parse(block)));
  const find = finder(things);
  const ofType = (pattern: RegExp): Thing =>
    things.find((thing) => typesOf(thing).some((type) => pattern.test(type))) ?? {};
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleTypes.test(type)));
  const article = articles.find(({ headline, name }) => headline || name) ?? articles[0];
  const page = ofType(/^(?:WebPage|ItemPage|AboutPage)$/);
  const said = article ?? page;
  return {
    headline: text(said.headline) || (article ? text(said.name) : ''),
    publisher: nameOf(find, list(article?.publisher ?? article?.sourceOrganization)[0]),
    site: nameOf(find, ofType(/^WebSite$/)),
    authors: list(article?.author ?? article?.creator).map((author) => nameOf(find, author)),
    published: text(said.datePublished) || text(said.dateCreated) || text(said.uploadDate),
    language: nameOf(find, said.inLanguage),
    address: text(article?.url) || text(article?.mainEntityOfPage),
    picture: pictureOf(find, article?.image ?? article?.thumbnailUrl),
    closed: isFalse(said.isAccessibleForFree),
  };
};
