import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';

/** A block with a caption of its own, and where it begins in the document. */
export type CaptionedBlock = {
  readonly kind: 'figure' | 'embed' | 'recording';
  readonly at: number;
  readonly node: ProseMirrorNode;
};

const kindOf = ({ type: { name } }: ProseMirrorNode): CaptionedBlock['kind'] | null =>
  name === 'figure' || name === 'embed' || name === 'recording' ? name : null;

/**
 * The picture, embed or recording that is selected, or whose caption or credit holds the selection; null elsewhere. It costs
 * the same in every post.
 */
export const captionedAtCaret = ({ selection }: Pick<EditorState, 'selection'>): CaptionedBlock | null => {
  if (selection instanceof NodeSelection) {
    const kind = kindOf(selection.node);
    if (kind !== null) return { kind, at: selection.from, node: selection.node };
  }
  const { $from, to } = selection;
  for (let depth = $from.sharedDepth(to); depth > 0; depth -= 1) {
    const node = $from.node(depth);
    const kind = kindOf(node);
    if (kind !== null) return { kind, at: $from.before(depth), node };
  }
  return null;
};
