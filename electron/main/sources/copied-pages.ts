import { type CopiedPage, copiedPageIn, isSamePage } from '../../../core/sources/copied-page.ts';
import type { FetchedPage } from './read-page.ts';

/**
 * The page that the bookmarklet left on the clipboard. It is kept in memory from when the window asks what is there until it
 * is read; the clipboard may hold other things by then.
 */
export const makeCopiedPages = (readHtml: () => Promise<string>) => {
  let atHand: CopiedPage | null = null;
  return {
    /** Looks at the clipboard; null when it holds no such page. */
    look: async (): Promise<Omit<CopiedPage, 'page'> | null> => {
      atHand = copiedPageIn(await readHtml());
      return atHand === null ? null : { address: atHand.address, selection: atHand.selection };
    },
    /** The page of that address, once; null when none is at hand. */
    take: (address: string): FetchedPage | null => {
      if (atHand === null || !isSamePage(atHand.address, address)) return null;
      const { page } = atHand;
      atHand = null;
      return { bytes: new TextEncoder().encode(page), contentType: 'text/html; charset=utf-8', address };
    },
  };
};

export type CopiedPages = ReturnType<typeof makeCopiedPages>;
