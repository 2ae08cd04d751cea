import { askLink, type LinkAnswer } from '../../../core/checks/link-answer.ts';
import type { Http } from '../../../core/publishing/http.ts';
import type { Result } from '../../../core/trouble.ts';

type Asked = { readonly asking: string; readonly address: string; readonly local: boolean };

/** Asks whether pages are there. Questions of one asking are cancelled together. */
export const makeLinkChecker = (http: Http) => {
  const underWay = new Map<string, Set<AbortController>>();
  return {
    ask: async ({ asking, address, local }: Asked): Promise<Result<LinkAnswer>> => {
      const controller = new AbortController();
      const together = underWay.get(asking) ?? new Set();
      underWay.set(asking, together.add(controller));
      try {
        return await askLink(http, { address, local, signal: controller.signal });
      } finally {
        together.delete(controller);
        if (together.size === 0) underWay.delete(asking);
      }
    },
    /** What is still asked answers `page/cancelled`. */
    cancel: (asking: string): void => {
      for (const controller of underWay.get(asking) ?? []) controller.abort();
    },
  };
};
