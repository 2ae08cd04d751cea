import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';

/** Whether a node is a footnote, in its place in the text. */
export const isNote = ({ type }: ProseMirrorNode): boolean => type.name === 'footnote';

/** What is said of a node in a line. A note stands beside the text: what is said of the words around it ends before it. */
export const marksOf = (node: ProseMirrorNode | undefined): readonly Mark[] =>
  node === undefined || isNote(node) ? [] : node.marks;
