import type { FindQuery, Line, Match } from '../../../core/document/find-expression.ts';
import { failed, type Result } from '../../../core/trouble.ts';
import type { ExpressionSearch } from './expression-worker.ts';

/** How long an expression may look through a document, in milliseconds. */
const patience = 2000;

/** Regular expressions at work, one at a time. */
export type ExpressionSearcher = {
  /** Null when another search or `stop` came first; `find/too-slow` when it takes longer than two seconds. */
  readonly search: (query: FindQuery, lines: readonly Line[]) => Promise<Result<readonly Match[]> | null>;
  readonly stop: () => void;
};

/**
 * Runs the writer's regular expressions beside the window: one that never ends is stopped, and the window goes on
 * meanwhile. A search that is still running makes way for the next.
 */
export const createExpressionSearcher = (): ExpressionSearcher => {
  let worker: Worker | null = null;
  let giveUp: (() => void) | null = null;

  const stop = (): void => {
    worker?.terminate();
    worker = null;
    giveUp?.();
  };

  return {
    stop,
    search: (query, lines) => {
      if (giveUp) stop();
      worker ??= new Worker(new URL('./expression-worker.ts', import.meta.url), { type: 'module' });
      const running = worker;
      return new Promise((resolve, reject) => {
        const settle = (answer: Result<readonly Match[]> | null): void => {
          clearTimeout(timer);
          giveUp = null;
          resolve(answer);
        };
        const timer = setTimeout(() => {
          settle(failed('find/too-slow'));
          stop();
        }, patience);
        giveUp = () => settle(null);
        running.onmessage = ({ data }: MessageEvent<Result<readonly Match[]>>) => settle(data);
        running.onerror = ({ message }) => {
          settle(null);
          reject(new Error(`The worker for regular expressions failed: ${message}`));
        };
        running.postMessage({ query, lines } satisfies ExpressionSearch);
      });
    },
  };
};
