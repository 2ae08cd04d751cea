import type { FetchedPage } from './read-page.ts';
import { readPage } from './read-page.ts';

/*
 * The process that reads one page (`out/main/page-process.js`) and ends. It is given the page, answers what it read, and has
 * neither files nor network to work with: whatever a page does to its parsers stays here.
 */

type ParentPort = {
  readonly once: (name: 'message', listener: (event: { readonly data: FetchedPage }) => void) => void;
  readonly postMessage: (message: unknown) => void;
};

const { parentPort } = process as unknown as { readonly parentPort: ParentPort };

parentPort.once('message', ({ data }) => {
  parentPort.postMessage(readPage(data));
});
