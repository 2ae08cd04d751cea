import { isState, type OpenReturnPath } from './return-path.ts';

/** The scheme that the installed app answers for. */
export const ownScheme = 'rejoinder';

/** The first address of our scheme among the arguments of a start. */
export const addressIn = (args: readonly string[]): string | undefined =>
  args.find((it) => it.startsWith(`${ownScheme}://`));

/**
 * Ways back over `rejoinder://sign-in/…`, which the system hands to the running app. Any web page can open such an
 * address too, so one without the state of a sign-in that is under way does nothing.
 */
export const makeSchemeReturn = (): { readonly open: OpenReturnPath; readonly deliver: (address: string) => void } => {
  const waiting = new Map<string, (address: URL) => void>();
  return {
    open: async (target, state) => {
      const arrived = Promise.withResolvers<URL>();
      waiting.set(state, arrived.resolve);
      return {
        address: `${ownScheme}://sign-in/${target}?state=${encodeURIComponent(state)}`,
        arrival: arrived.promise,
        close: () => waiting.delete(state),
      };
    },
    deliver: (address) => {
      if (!URL.canParse(address)) return;
      const url = new URL(address);
      if (url.protocol !== `${ownScheme}:` || url.host !== 'sign-in') return;
      for (const [state, arrive] of waiting) {
        if (!isState(url.searchParams.get('state'), state)) continue;
        waiting.delete(state);
        arrive(url);
      }
    },
  };
};
