import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Span, spansWithout } from './spans.ts';

const size = 60;

const spans = fc.array(
  fc.tuple(fc.nat(size), fc.nat(size)).map(([from, to]): Span => ({ from, to })),
  { maxLength: 8 },
);

const covered = (given: readonly Span[], place: number): boolean =>
  given.some(({ from, to }) => from <= place && place < to);

test('what is left is what the ones cover and the others do not, in order and once', () => {
  fc.assert(
    fc.property(spans, spans, (ones, others) => {
      const left = spansWithout(ones, others);
      for (let place = 0; place < size; place += 1)
        expect(covered(left, place)).toBe(covered(ones, place) && !covered(others, place));
      for (const [index, { from, to }] of left.entries()) {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(left[index - 1]?.to ?? 0);
      }
    }),
    { numRuns: 1000 },
  );
});
