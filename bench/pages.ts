import type { Page } from 'playwright';

/** What `prepareTiming` puts into a page: milliseconds from `begin` to the end of the first frame in which `done` holds. */
export type Timing = { readonly untilShown: (begin: () => void, done: () => boolean) => Promise<number> };

/** Puts `untilShown` into the page, so that what is timed is called in the page itself. */
export const prepareTiming = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const untilShown: Timing['untilShown'] = (begin, done) =>
      new Promise((resolve) => {
        const began = performance.now();
        const look = (): void => {
          if (!done()) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - began);
          channel.port2.postMessage(0);
        };
        begin();
        requestAnimationFrame(look);
      });
    Object.assign(window, { untilShown });
  });
