import type { CheckedText } from './checked-text.ts';
import { type CopiedRun, copiedRuns, defaultMinimum, type SourceIndex, type Span } from './copied-runs.ts';

/** Words of the summary that stand in a source: where in the document, and where in that source's text. */
export type Copied = Span & {
  readonly source: string;
  readonly inSource: Span;
  readonly words: number;
};

/** A source with a saved article, by its id in the post. */
export type CheckedSource = { readonly id: string; readonly index: SourceIndex };

const within = (inner: Span, outer: Span): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** Of runs that lie within each other the longest; of equals the first. */
const longest = (runs: readonly Copied[]): readonly Copied[] =>
  runs.filter(
    (run, at) =>
      !runs.some((other, otherAt) => other !== run && within(run, other) && (!within(other, run) || otherAt < at)),
  );

/**
 * What the texts repeat of the sources word for word, in the order of the document. It finds copying and no close
 * paraphrase. A run that stands in several sources is told of the one that has most of it.
 */
export const copyCheck = (
  texts: readonly CheckedText[],
  sources: readonly CheckedSource[],
  minimum: number = defaultMinimum,
): readonly Copied[] =>
  texts.flatMap(({ at, text }) =>
    longest(
      sources
        .flatMap(({ id, index }) =>
          copiedRuns(index, text, minimum).map(
            ({ from, to, ...run }: CopiedRun): Copied => ({ ...run, from: at + from, to: at + to, source: id }),
          ),
        )
        .sort((one, other) => one.from - other.from),
    ),
  );
