import { hostOf, parseWebAddress } from '../../sources/address.ts';
import { labelOf } from '../../sources/label.ts';
import { pageKey } from '../../sources/normalise.ts';
import type { Source } from '../../sources/source.ts';
import type { CheckedPost, CheckFix, CheckRule, RuleFinding } from '../check.ts';
import type { LinkAnswer } from '../link-answer.ts';
import { type LinkedWords, linkedWordsOf } from '../linked-words.ts';
import { aboutOf, beginningOf } from '../places.ts';
import { embedsAnswering } from './embeds.ts';

/** Labels that say nothing of where a link leads, in the languages that writers of the app write most. */
const empty: ReadonlySet<string> = new Set([
  ...[
    'here',
    'click',
    'click here',
    'click this',
    'this',
    'this link',
    'link',
    'the link',
    'this page',
    'this article',
  ],
  ...['article', 'more', 'read more', 'read more here', 'read this', 'learn more', 'see here', 'see more', 'source'],
  ...['continue reading', 'website', 'web site', 'page', 'via'],
  ...['hier', 'hier klicken', 'klick', 'klicken sie hier', 'mehr', 'mehr lesen', 'weiterlesen', 'quelle', 'artikel'],
  ...['ici', 'cliquez ici', 'lire la suite', 'lire plus', 'en savoir plus', 'lien', 'ce lien', 'plus'],
  ...['aquí', 'haz clic aquí', 'clic aquí', 'leer más', 'más', 'enlace', 'este enlace', 'fuente'],
  ...['qui', 'clicca qui', 'leggi tutto', 'leggi di più', 'aqui', 'clique aqui', 'leia mais', 'saiba mais'],
  ...['здесь', 'тут', 'ссылка', 'по ссылке', 'подробнее', 'читать далее', 'читать дальше', 'источник'],
]);

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** An address in the place of words; the host alone names a site as a publisher does. */
const isBareAddress = (text: string): boolean => {
  const label = text.trim();
  if (label === '' || /\s/.test(label)) return false;
  if (/^(?:https?:\/\/|www\.)/i.test(label)) return true;
  const [host = '', ...path] = label.split('/');
  return path.join('') !== '' && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(host);
};

const saysNothing = (text: string): boolean => {
  const label = plain(text);
  return label === '' || empty.has(label) || isBareAddress(text);
};

/** The sources by their ids and by what the addresses of their pages have in common. */
const byPage = (sources: readonly Source[]): ReadonlyMap<string | null, Source> =>
  new Map(
    sources.flatMap((source) =>
      [source.id, pageKey(source.canonicalUrl), pageKey(source.url)]
        .filter((key) => key !== null)
        .map((key) => [key, source] as const),
    ),
  );

/** What the words could say: the publisher of the source that they lead to, else the site's name. */
const betterLabel = ({ href, source }: LinkedWords, sources: ReturnType<typeof byPage>): string => {
  const known = sources.get(source ?? pageKey(href ?? ''));
  const labels = [known ? labelOf(known) : '', hostOf(known?.url ?? href ?? '')];
  return labels.find((label) => !saysNothing(label)) ?? '';
};

/** Words that are a link say where it leads: some readers hear nothing else of it. */
export const linkLabel: CheckRule<'link-label'> = {
  id: 'link-label',
  level: 'should',
  find: ({ document, sources }) => {
    const known = byPage(sources);
    return linkedWordsOf(document)
      .filter(({ text }) => saysNothing(text))
      .map((words) => {
        const label = betterLabel(words, known);
        const fix: CheckFix = { name: 'relabel', label };
        return {
          place: { kind: 'words', from: words.from, to: words.to },
          about: aboutOf(`${words.href ?? words.source} ${words.text}`),
          params: { words: beginningOf(words.text) || '…' },
          ...(label ? { fix } : {}),
        };
      });
  },
};

/** The sources and links whose address answered like that. */
const answering = ({ document, sources, facts }: CheckedPost, state: LinkAnswer['state']): readonly RuleFinding[] => {
  const about = (address: string): Pick<RuleFinding, 'about' | 'params'> => {
    const { reason = 'failed', status = 0 } = facts.links[address] ?? {};
    return { about: aboutOf(address), params: { host: hostOf(address), reason, status } };
  };
  const isSo = (address: string | null): address is string =>
    address !== null && Object.hasOwn(facts.links, address) && facts.links[address]?.state === state;
  const ofSources = sources
    .filter(({ url }) => isSo(url))
    .map(({ id, url }): RuleFinding => ({ place: { kind: 'source', source: id }, ...about(url) }));
  const ofLinks = linkedWordsOf(document).flatMap(({ from, to, href }): readonly RuleFinding[] =>
    isSo(href) && parseWebAddress(href) ? [{ place: { kind: 'words', from, to }, ...about(href) }] : [],
  );
  return [...ofSources, ...ofLinks];
};

/** No link leads to a page that its server says is not there. */
export const linkGone: CheckRule<'link-gone'> = {
  id: 'link-gone',
  level: 'must',
  find: (post) => answering(post, 'gone'),
};

/** Links answer. A server that is out of order may be back before the post is read. */
export const linkSilent: CheckRule<'link-silent'> = {
  id: 'link-silent',
  level: 'should',
  find: (post) => [...answering(post, 'silent'), ...embedsAnswering(post, ['silent'])],
};
