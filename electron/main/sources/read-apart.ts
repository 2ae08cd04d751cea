import { z } from 'zod';
import { savedArticleSchema } from '../../../core/sources/article.ts';
import { sourceSchema } from '../../../core/sources/source.ts';
import { failed, ok, type Result } from '../../../core/trouble.ts';
import type { FetchedPage, ReadPage } from './read-page.ts';

/** A running page process. It ends by itself only by a crash. */
export type PageProcess = {
  readonly send: (page: FetchedPage) => void;
  readonly onAnswer: (listener: (answer: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

/** Milliseconds that reading a page may take before its process is killed. */
const longestReading = 10_000;

const fields = sourceSchema.shape;

/** What came out of a process in which a hostile page was read is checked like anything from outside. */
const readPageSchema = z.object({
  fields: z.object({
    canonicalUrl: fields.canonicalUrl,
    title: fields.title,
    publisher: fields.publisher,
    authors: fields.authors,
    published: fields.published,
    language: fields.language,
    picture: fields.picture,
  }),
  article: z.nullable(savedArticleSchema),
  closed: z.boolean(),
});

/**
 * Reads a page in a process of its own, which is killed when it is done, cancelled, or takes longer than `limit` milliseconds.
 * A page that crashes it, keeps it busy or makes it answer nonsense is `page/unreadable`.
 */
export const readApart = (
  start: () => PageProcess,
  page: FetchedPage,
  signal: AbortSignal,
  limit: number = longestReading,
): Promise<Result<ReadPage>> =>
  new Promise((resolve) => {
    const child = start();
    const end = (result: Result<ReadPage>): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      resolve(result);
      child.kill();
    };
    const cancel = (): void => end(failed('page/cancelled'));
    const timer = setTimeout(() => end(failed('page/unreadable', { detail: `Not read within ${limit} ms` })), limit);
    child.onAnswer((answer) => {
      const read = readPageSchema.safeParse(answer);
      end(
        read.success ? ok(read.data) : failed('page/unreadable', { detail: z.prettifyError(read.error).slice(0, 500) }),
      );
    });
    child.onExit(() => end(failed('page/unreadable', { detail: 'The process that read the page ended' })));
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    else child.send(page);
  });
