import type { NodeView } from '@tiptap/pm/view';
import { words } from '../words.ts';
import type { MakeNodeView } from './node-views.ts';

/** An aside. It is a note within the post here and no landmark of the window, which a bare `aside` would be. */
export const asideView: MakeNodeView = (): NodeView => {
  const dom = document.createElement('aside');
  dom.role = 'note';
  dom.ariaLabel = words('blocks.aside');
  return { dom, contentDOM: dom };
};
