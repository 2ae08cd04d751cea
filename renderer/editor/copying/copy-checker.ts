import type { Copied } from '../../../core/checks/copying/copy-check.ts';
import type { SavedArticle } from '../../../core/sources/article.ts';
import type { Source } from '../../../core/sources/source.ts';
import type { Result } from '../../../core/trouble.ts';
import type { AskedSource, CopyAnswer, CopyQuestion } from './copy-worker.ts';

type Question = Pick<CopyQuestion, 'minimum' | 'texts'> & { readonly sources: readonly Source[] };

type Pending = {
  readonly resolve: (copied: readonly Copied[] | null) => void;
  readonly reject: (error: Error) => void;
};

/** The copy check at work, beside the window. */
export type CopyChecker = {
  /**
   * What the texts repeat of those sources that have a saved article; null when another question came before the answer. An
   * article that cannot be read is left out: its card says so.
   */
  readonly check: (question: Question) => Promise<readonly Copied[] | null>;
  readonly stop: () => void;
};

/** Runs the copy check in a worker, which reads each saved article once. */
export const createCopyChecker = (
  article: (input: { readonly sha256: string }) => Promise<Result<SavedArticle>>,
): CopyChecker => {
  let worker: Worker | null = null;
  let told = new Set<string>();
  let newest = 0;
  let pending: Pending | null = null;

  const answer = (copied: readonly Copied[] | null): void => {
    pending?.resolve(copied);
    pending = null;
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./copy-worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<CopyAnswer>) => {
      if (data.number === newest) answer(data.copied);
    };
    started.onerror = ({ message }) => {
      const failed = pending;
      pending = null;
      stop();
      failed?.reject(new Error(`The worker of the copy check failed: ${message}`));
    };
    return started;
  };
  const ask = async (source: Source, sha256: string): Promise<AskedSource | null> => {
    const { id, language } = source;
    if (told.has(sha256)) return { id, language, article: sha256, title: '', text: null };
    const saved = await article({ sha256 });
    return saved.ok ? { id, language, article: sha256, title: saved.value.title, text: saved.value.text } : null;
  };

  const stop = (): void => {
    newest += 1;
    answer(null);
    worker?.terminate();
    worker = null;
    told = new Set();
  };

  return {
    stop,
    check: async ({ minimum, texts, sources }) => {
      newest += 1;
      answer(null);
      const number = newest;
      const asked = await Promise.all(
        sources.flatMap((source) => (source.article === null ? [] : [ask(source, source.article)])),
      );
      if (number !== newest) return null;
      const known = asked.filter((source) => source !== null);
      if (known.length === 0) return [];
      worker ??= start();
      worker.postMessage({ number, minimum, texts, sources: known } satisfies CopyQuestion);
      for (const { article: sha256 } of known) told.add(sha256);
      return new Promise((resolve, reject) => {
        pending = { resolve, reject };
      });
    },
  };
};
