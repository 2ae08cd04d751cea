import type { TroubleCode } from '../trouble.ts';
import type { PageFields } from './page/page-fields.ts';
import type { Source } from './source.ts';

/** What reading a page gave. Fields are as the page says them; empty where it says nothing. */
export type PageReading = {
  readonly fields: PageFields;
  /** The saved article; null when none was found on the page. */
  readonly article: Source['article'];
  /** Milliseconds UTC. */
  readonly readAt: number;
  /** What is wrong although there was a page: no article on it (`page/unreadable`), or only its beginning (`page/closed`). */
  readonly trouble: TroubleCode | null;
};

/** The source as the page fills it: what the writer worded stays, and so does what this page says nothing of. */
export const filledFrom = (source: Source, { fields, article, readAt, trouble }: PageReading): Source => {
  const keeps = (field: Source['typed'][number]): boolean => source.typed.includes(field);
  return {
    ...source,
    title: keeps('title') ? source.title : fields.title || source.title,
    publisher: keeps('publisher') ? source.publisher : fields.publisher || source.publisher,
    canonicalUrl: fields.canonicalUrl || source.canonicalUrl,
    authors: keeps('authors') || fields.authors.length === 0 ? source.authors : fields.authors,
    published: keeps('published') ? source.published : fields.published || source.published,
    language: fields.language || source.language,
    picture: fields.picture ?? source.picture,
    article: article ?? source.article,
    readAt: article ? readAt : source.readAt,
    waiting: false,
    trouble,
  };
};
