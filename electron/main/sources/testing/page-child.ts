import { type FetchedPage, readPage } from '../read-page.ts';

/* What `page-process.ts` does, under Node instead of Electron. */
process.once('message', (page: FetchedPage) => process.send?.(readPage(page)));
