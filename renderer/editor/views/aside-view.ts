import type { NodeViewRenderer } from '@tiptap/core';
import type { NodeView } from '@tiptap/pm/view';
import { words } from '../words.ts';

/** An aside. It is a note within the post here and no landmark of the window, which a bare `aside` would be. */
export const asideView: NodeViewRenderer = (): NodeView => {
  const dom = document.createElement('aside');
  dom.role = 'note';
  dom.ariaLabel = words('blocks.aside');
  return { dom, contentDOM: dom };
};
