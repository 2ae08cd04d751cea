import { hostOf, parseWebAddress } from '../../sources/address.ts';
import { labelOf } from '../../sources/label.ts';
import type { Source } from '../../sources/source.ts';
import type { CheckFix, CheckRule, RuleFinding } from '../check.ts';
import { linkedWordsOf } from '../linked-words.ts';
import { aboutOf, beginningOf, isBlank, linesOf, nodesOf, type Placed, wordsPlace } from '../places.ts';

/** What a source goes by in a sentence. */
const nameOf = (source: Source): string => labelOf(source) || '…';

const saysSomething = (section: Placed['node']): boolean =>
  section.children.some((block) => block.type.name !== 'sectionHeading' && !isBlank(block));

/** A quotation without words is not published. */
const quotationsOf = (doc: Placed['node']): readonly Placed[] =>
  nodesOf(doc, 'quotation').filter(({ node }) => !isBlank(node));

/** Who summarises or quotes says whom. */
export const sourceMissing: CheckRule<'source-missing'> = {
  id: 'source-missing',
  level: 'must',
  find: ({ document, sources }) => {
    const summarises = nodesOf(document, 'section').some(
      ({ node }) => node.attrs.kind === 'summary' && saysSomething(node),
    );
    const answers = summarises || quotationsOf(document).length > 0;
    return answers && sources.length === 0 ? [{ place: { kind: 'sources' }, about: '' }] : [];
  },
};

const findingOn = (source: Source): RuleFinding => ({
  place: { kind: 'source', source: source.id },
  about: source.id,
  params: { source: nameOf(source) },
});

/** Every source has a title. */
export const sourceTitle: CheckRule<'source-title'> = {
  id: 'source-title',
  level: 'must',
  find: ({ sources }) => sources.filter(({ title }) => title.trim() === '').map(findingOn),
};

/** Every source has a publisher; its host is one to begin with. */
export const sourcePublisher: CheckRule<'source-publisher'> = {
  id: 'source-publisher',
  level: 'must',
  find: ({ sources }) =>
    sources
      .filter(({ publisher }) => publisher.trim() === '')
      .map((source) => {
        const host = hostOf(source.url);
        return { ...findingOn(source), ...(host ? { fix: { name: 'publisher', label: host } } : {}) };
      }),
};

/** Every source has a link that a reader can follow. */
export const sourceLink: CheckRule<'source-link'> = {
  id: 'source-link',
  level: 'must',
  find: ({ sources }) => sources.filter(({ url }) => parseWebAddress(url) === null).map(findingOn),
};

/** Where there is one source, it is the one that is meant. */
const tieTo = ([only, ...others]: readonly Source[]): { readonly fix: CheckFix } | null =>
  only && others.length === 0 ? { fix: { name: 'tie', source: only.id, label: nameOf(only) } } : null;

const quoted = (quotation: Placed): RuleFinding => {
  const words = aboutOf(linesOf(quotation.node));
  return { place: wordsPlace(quotation), about: words, params: { words: beginningOf(words) } };
};

/** Every quotation is tied to a source. */
export const quotationSource: CheckRule<'quotation-source'> = {
  id: 'quotation-source',
  level: 'must',
  find: ({ document, sources }) =>
    quotationsOf(document)
      .filter(({ node }) => node.attrs.source === null)
      .map((quotation) => ({ ...quoted(quotation), ...tieTo(sources) })),
};

/** Nothing refers to a source that was removed. */
export const sourceGone: CheckRule<'source-gone'> = {
  id: 'source-gone',
  level: 'must',
  find: ({ document, sources }) => {
    const isGone = (id: unknown): boolean => typeof id === 'string' && !sources.some((source) => source.id === id);
    const quotations = quotationsOf(document)
      .filter(({ node }) => isGone(node.attrs.source))
      .map((quotation) => ({ at: quotation.from, found: { ...quoted(quotation), ...tieTo(sources) } }));
    const citations = linkedWordsOf(document)
      .filter(({ source }) => isGone(source))
      .map(({ from, to, text, source }) => {
        const found: RuleFinding = {
          place: { kind: 'words', from, to },
          about: aboutOf(`${source} ${text}`),
          params: { words: beginningOf(text) },
          ...(tieTo(sources) ?? { fix: { name: 'unlink' } }),
        };
        return { at: from, found };
      });
    return [...quotations, ...citations].sort((one, other) => one.at - other.at).map(({ found }) => found);
  },
};
