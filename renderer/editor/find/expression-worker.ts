import { type FindQuery, type Line, matchesInLines } from '../../../core/document/find-expression.ts';

/** What the worker is asked; it answers what `matchesInLines` does. */
export type ExpressionSearch = { readonly lines: readonly Line[]; readonly query: FindQuery };

addEventListener('message', ({ data }: MessageEvent<ExpressionSearch>) => {
  postMessage(matchesInLines(data.lines, data.query));
});
