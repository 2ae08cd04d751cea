/** Places of a file from one offset up to another one. */
export type Span = { readonly from: number; readonly to: number };

const inOrder = (spans: readonly Span[]): readonly Span[] =>
  spans.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from);

/** What the spans cover together, each place once and in order. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = [];
  for (const span of inOrder(spans)) {
    const last = all.at(-1);
    if (!last || span.from > last.to) all.push(span);
    else all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return all;
};

/** What some spans cover and others do not, each place once and in order. */
export const spansWithout = (spans: readonly Span[], others: readonly Span[]): readonly Span[] => {
  const left: Span[] = [];
  const holes = joined(others);
  let hole = 0;
  for (const { from, to } of joined(spans)) {
    let at = from;
    while ((holes[hole]?.to ?? Number.POSITIVE_INFINITY) <= at) hole += 1;
    for (let next = hole; at < to; next += 1) {
      const { from: begin, to: end } = holes[next] ?? { from: to, to };
      if (begin > at) left.push({ from: at, to: Math.min(begin, to) });
      at = Math.max(at, end);
      if (begin >= to) break;
    }
  }
  return left;
};
