import type { EditorState } from '@tiptap/pm/state';

const sourceOf = (source: unknown): string | null => (typeof source === 'string' ? source : null);

/**
 * The id of the source whose citation or quotation holds the start of the selection; null elsewhere, and where a quotation is
 * tied to none.
 */
export const sourceAtCaret = ({ selection }: Pick<EditorState, 'selection'>): string | null => {
  const { $from, from } = selection;
  const node = $from.parent.isTextblock ? null : $from.nodeAfter;
  if (node?.type.name === 'quotation') return sourceOf(node.attrs.source);
  // A citation is not inclusive: with the caret at its end only the text before it has the mark.
  const beside = $from.parent.isTextblock && from > $from.start() ? ($from.nodeBefore?.marks ?? []) : [];
  const citation = [...$from.marks(), ...beside].find(({ type }) => type.name === 'citation');
  if (citation) return sourceOf(citation.attrs.source);
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const around = $from.node(depth);
    if (around.type.name === 'quotation') return sourceOf(around.attrs.source);
  }
  return null;
};
