import type { CheckedText } from '../../../core/checks/copying/checked-text.ts';
import { type IndexedSource, indexSource, type SourceIndex } from '../../../core/checks/copying/copied-runs.ts';
import { type Copied, copyCheck } from '../../../core/checks/copying/copy-check.ts';

/** A source as the worker is told of it: `article` names its saved text, which `text` is where the worker has it not yet. */
export type AskedSource = Omit<IndexedSource, 'text'> & {
  readonly id: string;
  readonly article: string;
  readonly text: string | null;
};

/** What the worker is asked. */
export type CopyQuestion = {
  readonly number: number;
  /** How many words a run has at least. */
  readonly minimum: number;
  readonly texts: readonly CheckedText[];
  readonly sources: readonly AskedSource[];
};

/** What `copyCheck` says to the question of that number. */
export type CopyAnswer = { readonly number: number; readonly copied: readonly Copied[] };

/** By saved text: reading one costs more than all that is done with it afterwards. */
const indexes = new Map<string, SourceIndex>();

addEventListener('message', ({ data: { number, minimum, texts, sources } }: MessageEvent<CopyQuestion>) => {
  for (const { article, text, title, language } of sources) {
    if (text !== null) indexes.set(article, indexSource({ text, title, language }));
  }
  const known = sources.flatMap(({ id, article }) => {
    const index = indexes.get(article);
    return index ? [{ id, index }] : [];
  });
  postMessage({ number, copied: copyCheck(texts, known, minimum) } satisfies CopyAnswer);
});
