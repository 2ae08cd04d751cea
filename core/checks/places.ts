import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { CheckPlace } from './check.ts';

/** A node of a document with where it begins and ends. */
export type Placed = { readonly node: ProseMirrorNode; readonly from: number; readonly to: number };

/** All nodes of a type, in the order of the document. */
export const nodesOf = (doc: ProseMirrorNode, type: string): readonly Placed[] => {
  const found: Placed[] = [];
  doc.descendants((node, from) => {
    if (node.type.name === type) found.push({ node, from, to: from + node.nodeSize });
    return !node.isTextblock;
  });
  return found;
};

/** The place of a picture or video as a whole, or of what is written under it. */
export const blockPlace = ({ from, to }: Placed, part?: 'caption' | 'credit'): CheckPlace => ({
  kind: 'block',
  from,
  to,
  ...(part ? { part } : {}),
});

/** The words of a block that holds text or blocks with text: what lies between its ends. */
export const wordsPlace = ({ from, to }: Placed): CheckPlace => ({ kind: 'words', from: from + 1, to: to - 1 });

/** Whether a node has no words; white space is none. */
export const isBlank = (node: ProseMirrorNode | null | undefined): boolean => !node?.textContent.trim();

/** What a finding is about, in one line that is short enough to be kept. */
export const aboutOf = (text: unknown): string =>
  String(text)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, '');

/** The words of a node, its lines parted by spaces. */
export const linesOf = (node: ProseMirrorNode): string => node.textBetween(0, node.content.size, ' ', ' ');

/** As many words as a sentence about them needs. */
export const beginningOf = (words: string): string => {
  const line = aboutOf(words);
  return line.length <= 48
    ? line
    : `${line
        .slice(0, 47)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
};
