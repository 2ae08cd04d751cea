import type { Element, Nodes, Root } from 'hast';
import { attribute, textOf } from '../../rendering/tree.ts';
import { type StructuredData, structuredData } from './structured-data.ts';

/** A picture on the page with the words under it. */
export type ShownPicture = {
  readonly address: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
};

/** What a page says of itself, in its own words and in document order. */
export type PageFacts = {
  /** `<meta>` by name, property or itemprop, in small letters; `dcterms.` is `dc.`. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly data: StructuredData;
  readonly canonical: string;
  readonly base: string;
  readonly language: string;
  readonly title: string;
  readonly headings: readonly string[];
  /** `datetime` of the elements that say when it was published, the surest first. */
  readonly times: readonly string[];
  readonly bylines: readonly string[];
  readonly pictures: readonly ShownPicture[];
};

/** Elements that are looked at; a page with more is hostile, and its head came first. */
const mostElements = 200_000;

const plain = (node: Nodes): string => textOf(node).replace(/\s+/g, ' ').trim();

/** Every element in document order, without recursion. */
export function* elementsOf(tree: Root): Generator<Element> {
  const waiting: Nodes[] = [tree];
  let seen = 0;
  for (let next = waiting.pop(); next && seen < mostElements; next = waiting.pop()) {
    if (next.type === 'element') {
      seen += 1;
      yield next;
    }
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
}

const creditClass = /(?:^|[-_])(?:credits?|copyright|photographer|image-?source|attribution)(?:$|[-_])/i;

const classesOf = (element: Element): string => `${attribute(element, 'className')} ${attribute(element, 'itemProp')}`;

const isCredit = (element: Element): boolean =>
  classesOf(element)
    .split(/\s+/)
    .some((name) => creditClass.test(name) || /^(?:copyrightHolder|creditText)$/i.test(name));

const insideOf = (element: Element): readonly Element[] => [...elementsOf({ type: 'root', children: [element] })];

const creditWords =
  /(?:^|[\s(.|–—])(?:photo(?:graph)?s?|picture|image|credit|foto|photographie|crédit photo|фото)\s*(?:by|von|de)?\s*[:/]\s*([^()|]+?)\)?\.?$/iu;

const pictureIn = (figure: Element): ShownPicture[] => {
  const inside = insideOf(figure);
  const image = inside.find((it) => /^(?:amp-)?img$/.test(it.tagName));
  if (!image) return [];
  const credits = inside.filter(isCredit).map(plain).filter(Boolean);
  const caption = inside.find(
    (it) => it.tagName === 'figcaption' || /(?:wp-caption-text|tr-caption)(?:\s|$)/.test(classesOf(it)),
  );
  let words = caption ? plain(caption) : '';
  let credit = credits[0] ?? '';
  // Brackets that held nothing else go with it.
  if (credit !== '')
    words = words
      .replace(credit, '')
      .replace(/\(\s*\)/, '')
      .trim();
  else {
    const said = creditWords.exec(words);
    credit = said?.[1]?.trim() ?? '';
    if (said && credit !== '') words = words.slice(0, said.index + (said[0].startsWith('.') ? 1 : 0)).trim();
  }
  const address = attribute(image, 'src') || attribute(image, 'dataSrc');
  return [{ address, alt: attribute(image, 'alt'), caption: words, credit: credit.replace(creditWords, '$1').trim() }];
};

const isByline = (element: Element): boolean =>
  attribute(element, 'rel') === 'author' ||
  /^author$/.test(attribute(element, 'itemProp')) ||
  /(?:^|\s)(?:byline|author-name|author|p-author|post-author|entry-author)(?:\s|$)/.test(
    attribute(element, 'className'),
  );

const metaNames = ({ properties }: Element): readonly string[] =>
  [properties.name, properties.property, properties.itemProp, properties.httpEquiv]
    .flatMap((names) => (Array.isArray(names) ? names : [names]))
    .filter((name): name is string => typeof name === 'string' && name !== '')
    .map((name) =>
      name
        .toLowerCase()
        .replace(/^dcterms\./, 'dc.')
        .replace(/^dc:/, 'dc.'),
    );

const timeRank = (element: Element): number => {
  const said = `${classesOf(element)} ${'pubdate' in element.properties ? 'published' : ''}`;
  return /datePublished|published|pubdate|entry-date|post-date/i.test(said)
    ? 0
    : /updated|modified/i.test(said)
      ? 2
      : 1;
};

/** Collects what a page says of itself. The tree is as the parser made it, scripts with their text included. */
export const pageFacts = (tree: Root): PageFacts => {
  const metas = new Map<string, string[]>();
  const blocks: string[] = [];
  const times: { readonly rank: number; readonly time: string }[] = [];
  const found = { canonical: '', base: '', language: '', title: '' };
  const headings: string[] = [];
  const bylines: string[] = [];
  const pictures: ShownPicture[] = [];
  for (const element of elementsOf(tree)) {
    const { tagName } = element;
    if (tagName === 'html') found.language ||= attribute(element, 'lang') || attribute(element, 'xmlLang');
    else if (tagName === 'title') found.title ||= plain(element);
    else if (tagName === 'base') found.base ||= attribute(element, 'href');
    else if (tagName === 'meta') {
      const content = attribute(element, 'content').trim();
      for (const name of content === '' ? [] : metaNames(element)) {
        metas.set(name, [...(metas.get(name) ?? []), content].slice(0, 50));
      }
    } else if (tagName === 'link' && attribute(element, 'rel').toLowerCase() === 'canonical') {
      found.canonical ||= attribute(element, 'href');
    } else if (tagName === 'script' && /ld\+json/i.test(attribute(element, 'type'))) blocks.push(textOf(element));
    else if (tagName === 'h1') headings.push(plain(element));
    else if (
      tagName === 'figure' ||
      /(?:^|\s)(?:wp-caption|tr-caption-container)(?:\s|$)/.test(attribute(element, 'className'))
    ) {
      pictures.push(...pictureIn(element));
    } else if (tagName === 'time' || /datePublished/.test(attribute(element, 'itemProp'))) {
      times.push({
        rank: timeRank(element),
        time: attribute(element, 'dateTime') || attribute(element, 'title') || plain(element),
      });
    }
    if (tagName !== 'meta' && tagName !== 'link' && isByline(element)) bylines.push(plain(element));
  }
  return {
    ...found,
    metas,
    data: structuredData(blocks),
    headings: headings.filter(Boolean),
    times: times.toSorted((one, other) => one.rank - other.rank).map(({ time }) => time),
    bylines: bylines.filter((words) => words !== '' && words.length < 120),
    pictures: pictures.slice(0, 50),
  };
};
