import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../core/document/media.ts';
import { articleBytes, savedArticleSchema } from '../../../core/sources/article.ts';
import { failed, ok } from '../../../core/trouble.ts';
import type { Articles } from './library.ts';
import type { Storage } from './post-rows.ts';

const hashOf = (article: string): Sha256 => createHash('sha256').update(article).digest('hex') as Sha256;

/** A row of `articles`. */
type ArticleRow = { readonly sha256: string; readonly article: string };

/** Whether a row still holds the bytes it was named after. */
export const isIntact = ({ sha256, article }: ArticleRow): boolean => hashOf(article) === sha256;

/** Every hash in the sources of a post and of its versions. */
const namedSql = `
  SELECT sha256 FROM articles
  WHERE EXISTS (SELECT 1 FROM sources WHERE post = ?1 AND instr(details, sha256))
    OR EXISTS (SELECT 1 FROM versions WHERE post = ?1 AND instr(sources, sha256))`;

/** Searched for as text, so that what no longer parses counts too. */
const mentionedSql = `
  SELECT EXISTS (SELECT 1 FROM sources WHERE instr(details, ?1))
    OR EXISTS (SELECT 1 FROM versions WHERE instr(sources, ?1))
    OR EXISTS (SELECT 1 FROM jobs WHERE instr(job, ?1)) AS mentioned`;

/** The articles that a post names, for `forgetUnused` when the post is gone. */
export const articlesNamedBy = ({ database }: Storage, post: number): readonly string[] =>
  database.all<{ sha256: string }>(namedSql, post).map(({ sha256 }) => sha256);

/** Removes those of these articles that no post, version or waiting job mentions any more. */
export const forgetUnused = ({ database }: Storage, articles: readonly string[]): void => {
  for (const sha256 of articles) {
    if (database.get<{ mentioned: 0 | 1 }>(mentionedSql, sha256)?.mentioned) continue;
    database.run('DELETE FROM articles WHERE sha256 = ?', sha256);
  }
};

/** Saved articles. None is ever changed. */
export const articleCalls = ({ database, now }: Storage): Articles => ({
  get: ({ sha256 }) => {
    const row = database.get<ArticleRow>('SELECT sha256, article FROM articles WHERE sha256 = ?', sha256);
    if (!row) return failed('article/missing');
    if (!isIntact(row)) return failed('article/corrupt', { detail: `The stored bytes are not ${sha256}` });
    return ok(savedArticleSchema.parse(JSON.parse(row.article)));
  },

  put: (given) => {
    const article = articleBytes(savedArticleSchema.parse(given));
    const sha256 = hashOf(article);
    const known = database.get<ArticleRow>('SELECT sha256, article FROM articles WHERE sha256 = ?', sha256);
    if (known && isIntact(known)) return ok(sha256);
    database.run(
      'INSERT OR REPLACE INTO articles (sha256, article, added_at) VALUES (?, ?, ?)',
      sha256,
      article,
      now(),
    );
    return ok(sha256);
  },

  removeUnused: ({ articles }) =>
    database.transaction(() => {
      forgetUnused({ database, now }, articles);
      return ok(undefined);
    }),
});
