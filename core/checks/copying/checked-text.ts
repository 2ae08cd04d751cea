import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Span } from './copied-runs.ts';

/** A piece of running text that is checked: it begins at a document position, and each character is one position. */
export type CheckedText = { readonly at: number; readonly text: string };

/** Blocks that hold others' words openly, and lines that are no running text. */
const skipped = new Set(['quotation', 'sectionHeading', 'codeBlock', 'rawHtml']);

/** What stands between quotation marks. Single marks are left out: they are apostrophes too. */
const quoted = /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|‹[^‹›]*›|「[^「」]*」|『[^『』]*』|”[^”]*”|"[^"]*"/g;

/** The pieces of a line that stand outside quotation marks. */
export const outsideQuotes = (line: string): readonly Span[] => {
  const pieces: Span[] = [];
  let from = 0;
  for (const { index, 0: words } of line.matchAll(quoted)) {
    pieces.push({ from, to: index });
    from = index + words.length;
  }
  pieces.push({ from, to: line.length });
  return pieces.filter((piece) => piece.from < piece.to);
};

/** A text block's words, a character per document position; what is no text is a blank. */
export const lineOf = (block: ProseMirrorNode): string =>
  block.children.map((child) => child.text ?? ' '.repeat(child.nodeSize)).join('');

/**
 * The words of the summary sections that should be the writer's own: running text outside quotations and quotation
 * marks, without headings of sections, captions, credits, notes and code.
 */
export const checkedTexts = (doc: ProseMirrorNode): readonly CheckedText[] => {
  const texts: CheckedText[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'section') return node.attrs.kind === 'summary';
    if (skipped.has(node.type.name) || node.type.isInGroup('captioning')) return false;
    if (!node.isTextblock) return true;
    if (node.type.name === 'headline') return false;
    const line = lineOf(node);
    for (const { from, to } of outsideQuotes(line)) texts.push({ at: pos + 1 + from, text: line.slice(from, to) });
    return false;
  });
  return texts;
};
