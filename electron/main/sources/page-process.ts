import type { FetchedPage } from './read-page.ts';
import { readPage } from './read-page.ts';

/*
 * The process that reads one page (`out/main/page-process.cjs`): it is given the page, answers what it read, and is ended. What
 * a page does to its parsers' time and memory stays here. It runs none of the page's code and opens no file and no connection.
 */

type ParentPort = {
  readonly once: (name: 'message', listener: (event: { readonly data: FetchedPage }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };

parentPort.once('message', ({ data }) => {
  parentPort.postMessage(readPage(data));
});
