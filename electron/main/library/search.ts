import type { Source } from '../../../core/sources/source.ts';
import type { Database, Value } from './database.ts';
import type { DocumentTexts } from './document-texts.ts';

/** Scripts that write words without spaces between them: their words are found by trigrams instead of by tokens. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Characters that the index knows; a word without any of them matches nothing. */
const indexed = /[\p{L}\p{N}]/u;

export const removeFromIndex = (database: Database, key: number): void => {
  database.run('DELETE FROM post_search WHERE rowid = ?', key);
  database.run('DELETE FROM post_search_unspaced WHERE rowid = ?', key);
  database.run('DELETE FROM credits WHERE post = ?', key);
};

/** Replaces what the index knows about a post: what a search looks in, and the credits that are offered again. */
export const indexPost = (
  database: Database,
  key: number,
  texts: DocumentTexts,
  sources: readonly Pick<Source, 'url' | 'title' | 'publisher'>[],
): void => {
  const { headline, text, captions, credits } = texts;
  const sourceText = sources.map((source) => `${source.title} ${source.publisher} ${source.url}`).join('\n');
  removeFromIndex(database, key);
  database.run(
    'INSERT INTO post_search (rowid, headline, text, sources, captions) VALUES (?, ?, ?, ?, ?)',
    key,
    headline,
    text,
    sourceText,
    captions,
  );
  for (const credit of credits) database.run('INSERT INTO credits (post, text) VALUES (?, ?)', key, credit);
  const whole = [headline, text, sourceText, captions].join('\n');
  if (unspaced.test(whole)) database.run('INSERT INTO post_search_unspaced (rowid, text) VALUES (?, ?)', key, whole);
};

export type Condition = { readonly sql: string; readonly values: readonly Value[] };

const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const unspacedCondition = (word: string): Condition =>
  // A trigram index cannot find less than three characters; most Chinese words are two. Few posts are in this table.
  [...word].length < 3
    ? {
        sql: 'p.key IN (SELECT rowid FROM post_search_unspaced WHERE instr(lower(text), lower(?)))',
        values: [word],
      }
    : {
        sql: 'p.key IN (SELECT rowid FROM post_search_unspaced WHERE post_search_unspaced MATCH ?)',
        values: [quoted(word)],
      };

/**
 * What a search asks of `posts p`: every word must be in the post, the last one as a beginning. The query is what the
 * writer typed: it is never read as FTS5 syntax. Null asks nothing.
 */
export const searchCondition = (query: string): Condition | null => {
  const words = query.replaceAll('\0', ' ').split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const known = words.filter((word) => indexed.test(word));
  if (known.length === 0) return { sql: 'FALSE', values: [] };
  const spaced = known.filter((word) => !unspaced.test(word));
  const conditions = known.filter((word) => unspaced.test(word)).map(unspacedCondition);
  if (spaced.length > 0) {
    const typing = spaced.at(-1) === known.at(-1) ? '*' : '';
    conditions.unshift({
      sql: 'p.key IN (SELECT rowid FROM post_search WHERE post_search MATCH ?)',
      values: [spaced.map(quoted).join(' AND ') + typing],
    });
  }
  return {
    sql: conditions.map((condition) => condition.sql).join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  };
};
