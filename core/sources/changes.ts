import type { Element, Nodes } from 'hast';
import { readHtml } from '../rendering/read-html.ts';
import { textOf } from '../rendering/tree.ts';
import type { SavedArticle } from './article.ts';

/** A run of words that both texts have, or that only the older or the newer one has. */
export type Run = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

/** What is different on a page since it was read: its headline, and each paragraph that changed, in order. */
export type Changes = {
  /** Null when the headline is the same. */
  readonly headline: readonly Run[] | null;
  readonly paragraphs: readonly (readonly Run[])[];
};

type Step<T> = { readonly kind: Run['kind']; readonly item: T };

/** A table of more cells than this is not filled: what lies between the equal ends then counts as rewritten. */
const mostCells = 4_000_000;

/** Lines that pages put between paragraphs: advertisements, related stories, how long ago something was. */
const besides =
  /^(?:advert(?:isement|ising)?|anzeige|werbung|publicité|publicidad|реклама|广告|広告|sponsored(?: content)?|related(?: (?:stories|articles|links|topics))?|read (?:more|next|also)|see also|more on this|mehr zum thema|lesen sie auch|lire aussi|à lire aussi|lee también|читайте также|share(?: this)?|comments?|sign up.*|subscribe.*|\d+ (?:min(?:ute)?s?|hours?|days?) ago|updated .{0,40}ago)[\s:.…!]*$/iu;
const besidesStart =
  /^(?:advertisement|anzeige|related|read (?:more|also|next)|see also|lesen sie auch|lire aussi|lee también|читайте также)\s*[:：]/iu;

const isSpace = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

/** Whether an element holds a link and nothing else, be it within others. */
const isLinkAlone = (node: Nodes): boolean => {
  if (node.type !== 'element') return false;
  if (node.tagName === 'a') return true;
  const [only, another] = node.children.filter((child) => !isSpace(child));
  return only !== undefined && another === undefined && isLinkAlone(only);
};

const plain = (node: Element): string => textOf(node).replace(/\s+/g, ' ').trim();

/** Lines that are nothing but a link: they lead to other pages, and are others with every visit. */
const linksIn = (html: string): ReadonlySet<string> =>
  new Set(
    (readHtml(html)?.children ?? []).flatMap((node) =>
      node.type === 'element' && node.tagName === 'p' && isLinkAlone(node) ? [plain(node)] : [],
    ),
  );

const paragraphsOf = ({ text, html }: SavedArticle): readonly string[] => {
  const links = linksIn(html);
  return text.split('\n').filter((line) => !besides.test(line) && !besidesStart.test(line) && !links.has(line));
};

/** Quotation marks, dashes and spaces are set anew by many sites: a change of these alone is none. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The longest common subsequence by its table, between the equal ends. Source: Hunt and McIlroy 1976. */
const steps = (before: readonly string[], after: readonly string[]): readonly Step<string>[] => {
  const [olds, news] = [before.map(keyOf), after.map(keyOf)];
  let start = 0;
  while (start < olds.length && start < news.length && olds[start] === news[start]) start += 1;
  let end = 0;
  while (end < olds.length - start && end < news.length - start && olds.at(-1 - end) === news.at(-1 - end)) end += 1;
  const [rows, columns] = [olds.length - start - end, news.length - start - end];
  const same = (items: readonly string[]): readonly Step<string>[] => items.map((item) => ({ kind: 'same', item }));
  const head = same(after.slice(0, start));
  const tail = same(after.slice(after.length - end));
  const gone = (at: number): Step<string> => ({ kind: 'gone', item: before[start + at] ?? '' });
  const fresh = (at: number): Step<string> => ({ kind: 'new', item: after[start + at] ?? '' });
  const middle: Step<string>[] = [];
  let [row, column] = [0, 0];
  if (rows * columns <= mostCells) {
    const width = columns + 1;
    const lengths = new Uint32Array((rows + 1) * width);
    const lengthAt = (at: number): number => lengths[at] ?? 0;
    for (let one = rows - 1; one >= 0; one -= 1) {
      for (let other = columns - 1; other >= 0; other -= 1) {
        const at = one * width + other;
        lengths[at] =
          olds[start + one] === news[start + other]
            ? lengthAt(at + width + 1) + 1
            : Math.max(lengthAt(at + width), lengthAt(at + 1));
      }
    }
    while (row < rows && column < columns) {
      const at = row * width + column;
      if (olds[start + row] === news[start + column]) {
        middle.push({ kind: 'same', item: after[start + column] ?? '' });
        row += 1;
        column += 1;
      } else if (lengthAt(at + width) >= lengthAt(at + 1)) {
        middle.push(gone(row));
        row += 1;
      } else {
        middle.push(fresh(column));
        column += 1;
      }
    }
  }
  for (; row < rows; row += 1) middle.push(gone(row));
  for (; column < columns; column += 1) middle.push(fresh(column));
  return [...head, ...middle, ...tail];
};

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words with the spaces and signs between them; what script they are in does not matter. */
const wordsOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Two texts by word. Put together, runs that are not new are the older text, those that are not gone the newer one. */
export const wordRuns = (before: string, after: string): readonly Run[] => {
  const runs: { kind: Run['kind']; text: string }[] = [];
  for (const { kind, item } of steps(wordsOf(before), wordsOf(after))) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += item;
    else runs.push({ kind, text: item });
  }
  return runs;
};

/** How much two paragraphs share, from 0 to 1, by the words that are in both. */
const likeness = (one: string, other: string): number => {
  const [words, others] = [one, other].map((text) => new Set(text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  if (!words?.size || !others?.size) return 0;
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / Math.max(words.size, others.size);
};

/** How many paragraphs that went a new one is compared with. */
const nearby = 20;

/** With less in common a paragraph was not changed, but another took its place. */
const alike = 0.4;

/** Neighbouring paragraphs that went and came: a rewritten one is told by its words, the others whole. */
const paired = (gone: readonly string[], fresh: readonly string[]): readonly (readonly Run[])[] => {
  const left = [...gone];
  const told = fresh.flatMap((text): (readonly Run[])[] => {
    const at = left.slice(0, nearby).findIndex((old) => likeness(old, text) >= alike);
    if (at < 0) return [[{ kind: 'new', text }]];
    const before = left.splice(0, at + 1);
    const old = before.pop() ?? '';
    return [...before.map((text): readonly Run[] => [{ kind: 'gone', text }]), wordRuns(old, text)];
  });
  return [...told, ...left.map((text): readonly Run[] => [{ kind: 'gone', text }])];
};

/**
 * What changed on a page since its article was saved; null when nothing did. Advertisements, related stories, links on a
 * line of their own and how quotation marks and spaces are set count as nothing.
 */
export const articleChanges = (before: SavedArticle, after: SavedArticle): Changes | null => {
  const paragraphs: (readonly Run[])[] = [];
  let gone: string[] = [];
  let fresh: string[] = [];
  const end = (): void => {
    paragraphs.push(...paired(gone, fresh));
    [gone, fresh] = [[], []];
  };
  for (const { kind, item } of steps(paragraphsOf(before), paragraphsOf(after))) {
    if (kind === 'same') end();
    else if (kind === 'gone') gone.push(item);
    else fresh.push(item);
  }
  end();
  const headline = keyOf(before.title) === keyOf(after.title) ? null : wordRuns(before.title, after.title);
  return headline === null && paragraphs.length === 0 ? null : { headline, paragraphs };
};
