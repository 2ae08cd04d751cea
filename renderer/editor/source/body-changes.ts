import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { withoutOriginal } from '../../../core/document/origin.ts';

/** One difference: what stands between two positions gives way to other nodes, or a node gets other attributes. */
type Change =
  | { readonly from: number; readonly to: number; readonly nodes: readonly ProseMirrorNode[] }
  | { readonly at: number; readonly attrs: Readonly<Record<string, unknown>> };

type Run = { readonly from: number; readonly to: number; readonly otherFrom: number; readonly otherTo: number };

/** Above this many comparisons the middle of two lists is taken as changed throughout. */
const mostComparisons = 4_000_000;

/** Where two lists differ, between what both have (their longest common part). */
const runsOf = (before: readonly ProseMirrorNode[], after: readonly ProseMirrorNode[]): readonly Run[] => {
  // A source says nothing of originals, so an unchanged block of a blog's post differs in that alone.
  const plain = before.map(withoutOriginal);
  const same = (i: number, j: number): boolean => plain[i]?.eq(after[j] as ProseMirrorNode) ?? false;
  let start = 0;
  while (start < before.length && start < after.length && same(start, start)) start += 1;
  let end = before.length;
  let otherEnd = after.length;
  while (end > start && otherEnd > start && same(end - 1, otherEnd - 1)) {
    end -= 1;
    otherEnd -= 1;
  }
  const [rows, columns] = [end - start, otherEnd - start];
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > mostComparisons) return [{ from: start, to: end, otherFrom: start, otherTo: otherEnd }];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = same(start + i, start + j)
        ? length(i + 1, j + 1) + 1
        : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const [from, otherFrom] = [start + i, start + j];
    while ((i < rows || j < columns) && !(i < rows && j < columns && same(start + i, start + j))) {
      if (j >= columns || (i < rows && length(i + 1, j) >= length(i, j + 1))) i += 1;
      else j += 1;
    }
    if (start + i > from || start + j > otherFrom) runs.push({ from, to: start + i, otherFrom, otherTo: start + j });
    i += 1;
    j += 1;
  }
  return runs;
};

const offsetOf = (nodes: readonly ProseMirrorNode[], index: number): number =>
  nodes.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 0);

/** The differences between two lists of sections or blocks, the first of which begins at `start`; last ones first. */
const changesIn = (
  before: readonly ProseMirrorNode[],
  after: readonly ProseMirrorNode[],
  start: number,
): readonly Change[] =>
  runsOf(before, after)
    .toReversed()
    .flatMap((run): readonly Change[] => {
      const [old, other] = [before.slice(run.from, run.to), after.slice(run.otherFrom, run.otherTo)];
      const from = start + offsetOf(before, run.from);
      const inside = old.length === other.length && [...old, ...other].every(({ type }) => type.name === 'section');
      if (!inside) return [{ from, to: from + offsetOf(old, old.length), nodes: other }];
      return (
        old
          .flatMap((section, index): readonly Change[] => {
            const to = other[index];
            if (!to) return [];
            const at = from + offsetOf(old, index);
            const changes = changesIn(section.children, to.children, at + 1);
            return section.hasMarkup(to.type, to.attrs) ? changes : [{ at, attrs: to.attrs }, ...changes];
          })
          // Each change leaves the places before it as they are.
          .toSorted((a, b) => ('at' in b ? b.at : b.from) - ('at' in a ? a.at : a.from))
      );
    });

/**
 * Makes of `before`, in a transaction on it, what `after` says: only blocks that differ are touched, so the others stay the
 * nodes that they are. `since` leads from `before` to the transaction's document when that has changed meanwhile.
 */
export const changeBody = (
  transaction: Transaction,
  before: ProseMirrorNode,
  after: ProseMirrorNode,
  since: Mapping = new Mapping(),
): Transaction => {
  for (const change of changesIn(before.children, after.children, 0)) {
    if ('at' in change) transaction.setNodeMarkup(since.map(change.at, 1), null, change.attrs);
    else transaction.replaceWith(since.map(change.from, 1), since.map(change.to, -1), Fragment.from([...change.nodes]));
  }
  return transaction;
};
