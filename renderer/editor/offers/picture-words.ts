import type { Sha256 } from '../../../core/document/media.ts';
import type { Bridge } from '../../../core/ipc.ts';
import type { SuggestedField, Suggestion } from '../../../core/pictures/suggestions.ts';
import type { Trouble } from '../../../core/trouble.ts';

/** Words that can be put into the fields of figures: what the pictures say of themselves, and credits used before. */
export type PictureWords = {
  /** What a picture suggests, the best of each field first; nothing for one that the library does not have. */
  readonly suggestions: (sha256: string) => Promise<readonly Suggestion[]>;
  /** Credits of the writer's posts that begin so, the newest first; nothing while the library cannot be asked. */
  readonly creditsUsedBefore: (beginning: string) => Promise<readonly string[]>;
  /** Forgets for good what a picture suggests for a field. */
  readonly dismiss: (sha256: string, field: SuggestedField) => Promise<void>;
  /** Runs something whenever a suggestion was dismissed; answers the way to call it off. */
  readonly onDismissed: (run: () => void) => () => void;
};

type Needs = {
  readonly media: Pick<Bridge['media'], 'get' | 'dismissSuggestion'>;
  readonly posts: Pick<Bridge['posts'], 'usedBefore'>;
  readonly onTrouble: (trouble: Trouble) => void;
};

/** Asks the library once for each picture. */
export const pictureWords = ({ media, posts, onTrouble }: Needs): PictureWords => {
  const known = new Map<string, readonly Suggestion[]>();
  const listeners = new Set<() => void>();
  return {
    suggestions: async (sha256) => {
      const before = known.get(sha256);
      if (before) return before;
      const found = await media.get({ sha256: sha256 as Sha256 });
      if (!found.ok) return [];
      known.set(sha256, found.value.suggestions);
      return found.value.suggestions;
    },
    creditsUsedBefore: async (beginning) => {
      const found = await posts.usedBefore({ what: 'credits', beginning });
      return found.ok ? found.value : [];
    },
    dismiss: async (sha256, field) => {
      const dismissed = await media.dismissSuggestion({ sha256: sha256 as Sha256, field });
      if (!dismissed.ok) return onTrouble(dismissed.error);
      known.delete(sha256);
      for (const listener of listeners) listener();
    },
    onDismissed: (run) => {
      listeners.add(run);
      return () => listeners.delete(run);
    },
  };
};
