import type { Http } from '../../../core/publishing/http.ts';
import { type ArchivedCopy, askArchive } from '../../../core/sources/archived-copy.ts';
import type { Result } from '../../../core/trouble.ts';

type Asked = { readonly asking: string; readonly url: string; readonly near: number | null };

/** Asks the Wayback Machine for copies of pages; each question has an id by which it is cancelled. */
export const makeArchiveFinder = (http: Http) => {
  const underWay = new Map<string, AbortController>();
  return {
    find: async ({ asking, url, near }: Asked): Promise<Result<ArchivedCopy>> => {
      const controller = new AbortController();
      underWay.set(asking, controller);
      try {
        return await askArchive(http, { url, near, signal: controller.signal });
      } finally {
        underWay.delete(asking);
      }
    },
    /** Ends a question, which then answers `page/cancelled`; one that is over is left alone. */
    cancel: (asking: string): void => underWay.get(asking)?.abort(),
  };
};
