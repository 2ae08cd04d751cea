import type { Source, TypedField } from '../../../core/sources/source.ts';

/** What the form of a source asks. */
export type SourceWords = Pick<Source, 'url' | 'title' | 'publisher' | 'authors' | 'published'>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const isEmpty = (value: string | readonly string[]): boolean => value.length === 0;

/**
 * The source as the writer worded it. What was changed is the writer's own from now on; what was emptied is the page's again.
 * With another address it is another page, of which nothing was read yet.
 */
export const worded = (source: Source, words: SourceWords): Source => {
  const fields = Object.keys(words) as readonly TypedField[];
  const typed = fields.filter((field) => {
    if (isEmpty(words[field])) return false;
    return source.typed.includes(field) || !same(words[field], source[field]);
  });
  const isOther = words.url !== source.url;
  return {
    ...source,
    ...words,
    typed,
    ...(isOther
      ? { canonicalUrl: '', archive: null, picture: null, readAt: null, article: null, waiting: false, trouble: null }
      : {}),
  };
};

/** Moves one source a place up or down. */
export const moved = (sources: readonly Source[], id: string, by: -1 | 1): readonly Source[] => {
  const at = sources.findIndex((source) => source.id === id);
  const source = sources[at];
  if (source === undefined || sources[at + by] === undefined) return sources;
  return sources.toSpliced(at, 1).toSpliced(at + by, 0, source);
};

/** The sources without one of them, whose facts fill what the kept one does not know. */
export const joined = (sources: readonly Source[], from: string, into: string): readonly Source[] => {
  const given = sources.find(({ id }) => id === from);
  return sources.flatMap((source) => {
    if (source.id === from) return [];
    if (source.id !== into || given === undefined) return [source];
    const article = source.article ?? given.article;
    return [
      {
        ...source,
        url: source.url || given.url,
        title: source.title || given.title,
        publisher: source.publisher || given.publisher,
        canonicalUrl: source.canonicalUrl || given.canonicalUrl,
        authors: source.authors.length > 0 ? source.authors : given.authors,
        published: source.published || given.published,
        language: source.language || given.language,
        archive: source.archive ?? (source.url === '' ? given.archive : null),
        picture: source.picture ?? given.picture,
        article,
        readAt: article === source.article ? source.readAt : given.readAt,
      },
    ];
  });
};

/**
 * The sources with the one that became part of another, as both were in `before`. What the writer changed in the other one
 * since then stays.
 */
export const parted = (
  sources: readonly Source[],
  before: readonly Source[],
  from: string,
  into: string,
): readonly Source[] => {
  const at = before.findIndex(({ id }) => id === from);
  const given = before[at];
  if (given === undefined) return sources;
  const was = (id: string, list: readonly Source[]): Source | undefined => list.find((source) => source.id === id);
  const [merged, now] = [was(into, joined(before, from, into)), was(into, sources)];
  const isAsMerged = Object.entries(merged ?? {}).every(([name, value]) => same(now?.[name as keyof Source], value));
  return sources
    .map((source) => (source.id === into && isAsMerged ? (was(into, before) ?? source) : source))
    .toSpliced(at, 0, given);
};
