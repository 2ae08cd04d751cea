import type { Http } from '../../../core/publishing/http.ts';
import { hostOf } from '../../../core/sources/address.ts';
import type { PageReading } from '../../../core/sources/page-reading.ts';
import { ok, type Result } from '../../../core/trouble.ts';
import type { LibraryClient } from '../library/library.ts';
import type { CopiedPages } from './copied-pages.ts';
import { fetchPage } from './fetch-page.ts';
import { type PageProcess, readApart } from './read-apart.ts';

type Needs = {
  readonly http: Http;
  readonly copiedPages: Pick<CopiedPages, 'take'>;
  readonly articles: Pick<LibraryClient['articles'], 'get' | 'put'>;
  readonly startProcess: () => PageProcess;
  /** Milliseconds UTC. */
  readonly now: () => number;
};

type Asked = { readonly reading: string; readonly url: string; readonly typed: boolean; readonly copied: boolean };

const nothingBut = (publisher: string): PageReading['fields'] => ({
  canonicalUrl: '',
  title: '',
  publisher,
  authors: [],
  published: '',
  language: '',
  picture: null,
});

/** Reads the pages of sources; each reading has an id by which it is cancelled. */
export const makePageReader = ({ http, copiedPages, articles, startProcess, now }: Needs) => {
  const underWay = new Map<string, AbortController>();

  const read = async ({ url, typed, copied }: Asked, signal: AbortSignal): Promise<Result<PageReading>> => {
    const page = copied ? copiedPages.take(url) : null;
    const fetched = page === null ? await fetchPage(http, { url, typed, signal }) : ok(page);
    if (!fetched.ok) return fetched;
    const readAt = now();
    const found = await readApart(startProcess, fetched.value, signal);
    if (!found.ok) {
      if (found.error.code !== 'page/unreadable') return found;
      return ok({
        fields: nothingBut(hostOf(fetched.value.address)),
        article: null,
        readAt,
        trouble: found.error.code,
      });
    }
    const { fields, article, closed } = found.value;
    if (!article) return ok({ fields, article: null, readAt, trouble: closed ? 'page/closed' : 'page/unreadable' });
    const kept = await articles.put(article);
    return kept.ok ? ok({ fields, article: kept.value, readAt, trouble: closed ? 'page/closed' : null }) : kept;
  };

  return {
    /** Reads one page; a second reading under the same id ends the first. */
    read: async (asked: Asked): Promise<Result<PageReading>> => {
      underWay.get(asked.reading)?.abort();
      const controller = new AbortController();
      underWay.set(asked.reading, controller);
      try {
        return await read(asked, controller.signal);
      } finally {
        if (underWay.get(asked.reading) === controller) underWay.delete(asked.reading);
      }
    },
    /** Ends a reading, which then answers `page/cancelled`. One that is over is left alone. */
    cancel: (reading: string): void => underWay.get(reading)?.abort(),
  };
};
