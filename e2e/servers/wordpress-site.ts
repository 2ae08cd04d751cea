import { test as base } from '../app.ts';
import { readerAvailable } from '../world/reader.ts';
import { startWordPress, type WordPressSite, wordpressAvailable } from './wordpress.ts';

/** Tests over one real WordPress for all of them, empty at the start of each. Where none can run they are left out with the reason. */
export const test = base.extend<{ site: WordPressSite }, { wordpress: WordPressSite | string }>({
  wordpress: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's dependencies from this pattern.
    async ({}, use) => {
      const available = [await wordpressAvailable(), readerAvailable()].find((it) => it !== true);
      const site = available === undefined ? await startWordPress() : String(available);
      await use(site);
      if (typeof site !== 'string') await site.remove();
    },
    { scope: 'worker' },
  ],
  site: async ({ wordpress }, use, testInfo) => {
    if (typeof wordpress === 'string') return testInfo.skip(true, wordpress);
    await wordpress.reset();
    await use(wordpress);
  },
});
