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
    ...(isOther ? { canonicalUrl: '', picture: null, readAt: null, article: null, waiting: false, trouble: null } : {}),
  };
};

/** Moves one source a place up or down. */
export const moved = (sources: readonly Source[], id: string, by: -1 | 1): readonly Source[] => {
  const at = sources.findIndex((source) => source.id === id);
  const source = sources[at];
  if (source === undefined || sources[at + by] === undefined) return sources;
  return sources.toSpliced(at, 1).toSpliced(at + by, 0, source);
};
