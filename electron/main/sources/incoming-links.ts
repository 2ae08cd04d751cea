import { parseWebAddress } from '../../../core/sources/address.ts';
import { maxSourceAddress } from '../../../core/sources/source.ts';
import { ownScheme } from '../accounts/scheme-return.ts';

/**
 * The address of an article in what the app was started or called with: a web address, or the one in `rejoinder://new?url=…`;
 * null when there is none.
 */
export const linkIn = (args: readonly string[]): string | null => {
  for (const arg of args) {
    const url = URL.canParse(arg) ? new URL(arg) : null;
    const named = url?.protocol === `${ownScheme}:` && url.host === 'new' ? (url.searchParams.get('url') ?? '') : arg;
    if (parseWebAddress(named) && named.length <= maxSourceAddress) return named;
  }
  return null;
};

/**
 * Addresses that other programs hand to the app. Any web page can do so: they wait until the window takes them and are shown
 * in a sheet; nothing is fetched before a click there.
 */
export const makeIncomingLinks = (arrived: () => void) => {
  let waiting: string | null = null;
  return {
    /** Keeps the newest one; what holds no address changes nothing. */
    deliver: (args: readonly string[]): void => {
      const link = linkIn(args);
      if (link === null) return;
      waiting = link;
      arrived();
    },
    /** The one that waits, once. */
    take: (): string | null => {
      const link = waiting;
      waiting = null;
      return link;
    },
  };
};

export type IncomingLinks = ReturnType<typeof makeIncomingLinks>;
