import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** A block of a section lies this deep: document, section, block. */
const blockDepth = 2;

const caretBlock = ({ doc, selection: { $head } }: EditorState): DecorationSet | null => {
  if ($head.depth < blockDepth) return null;
  const [from, to] = [$head.before(blockDepth), $head.after(blockDepth)];
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
