import { Fragment, type Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Transform } from '@tiptap/pm/transform';

/** What ends a sentence and goes along with its words. */
const sentenceEnd = /^[.!?…。！？]+/u;

/** A text block's content from one offset to another, without the blanks at its edges. */
const trimmed = (block: ProseMirrorNode, from: number, to: number): Fragment => {
  const text = block.textBetween(from, to, '', '\ufffc');
  const blanksBefore = text.length - text.trimStart().length;
  const blanksAfter = text.trim() === '' ? 0 : text.length - text.trimEnd().length;
  return block.content.cut(from + blanksBefore, to - blanksAfter);
};

const quotationOf = ({ type }: ProseMirrorNode, words: Fragment, source: string): ProseMirrorNode | null => {
  const { paragraph, attribution, quotation } = type.schema.nodes;
  if (!paragraph || !attribution || !quotation) return null;
  return quotation.create({ source }, [paragraph.create(null, words), attribution.create()]);
};

/**
 * Turns words of one text block into a quotation of a source, with the sentence's end if that follows: what stood before and
 * behind them become blocks of their own. Where a quotation cannot stand, in a heading of a table or a list's first line, the
 * words leave the text and the quotation follows its block. Answers where the attribution's words begin; null, and nothing is
 * changed, where there are no words.
 */
export const quoteWords = (tr: Transform, from: number, to: number, source: string): number | null => {
  const $from = tr.doc.resolve(from);
  const block = $from.parent;
  if (!block.isTextblock || !$from.sameParent(tr.doc.resolve(to)) || from >= to) return null;
  const start = from - $from.start();
  const behind = block.textBetween(to - $from.start(), block.content.size, '', '\ufffc');
  const end = to - $from.start() + (sentenceEnd.exec(behind)?.[0].length ?? 0);
  const quotation = quotationOf(block, trimmed(block, start, end), source);
  if (quotation === null) return null;

  const [before, after] = [trimmed(block, 0, start), trimmed(block, end, block.content.size)].map((content) =>
    content.size > 0 ? block.copy(content) : null,
  );
  const parts = Fragment.from([before, quotation, after].filter((part) => part !== null && part !== undefined));
  const container = $from.node(-1);
  const index = $from.index(-1);
  let at: number;
  if (container.canReplace(index, index + 1, parts)) {
    at = $from.before() + (before?.nodeSize ?? 0);
    tr.replaceWith($from.before(), $from.after(), parts);
  } else {
    // After the section's own block that holds the words.
    at = $from.after(2) - (end - start);
    tr.delete(from, $from.start() + end);
    tr.insert(at, quotation);
  }
  return at + quotation.nodeSize - 2;
};
