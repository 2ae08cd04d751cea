import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A block of a section lies this deep: document, section, block. */
const blockDepth = 2;

const caretBlock = ({ doc, selection: { $head } }: EditorState): DecorationSet | null => {
  // The headline stands one step higher; between the blocks of a section there is no caret.
  const depth = Math.min($head.depth, blockDepth);
  if (depth === 0 || (depth < blockDepth && !$head.parent.isTextblock)) return null;
  const [from, to] = [$head.before(depth), $head.after(depth)];
  return DecorationSet.create(doc, [Decoration.node(from, to, { class: 'has-caret' })]);
};

/**
 * Marks the block that holds the caret, so that the stylesheet never skips its layout. A block with
 * `content-visibility: auto` that is new or was out of sight has no layout before the next frame; Chromium edits it all
 * the same when a key comes sooner, leaves the caret before what was typed, and the next letters land in front of it.
 */
export const caretBlockExtension = Extension.create({
  name: 'caretBlock',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: caretBlock } })],
});
