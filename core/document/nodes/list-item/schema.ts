import { ListItem } from '@tiptap/extension-list';
import { bindKey } from '../../editing/caret.ts';
import { leaveNestedItem } from '../../editing/lists.ts';

/** An item of a list: a paragraph, then any blocks. Enter splits it, Tab and Shift+Tab nest it. */
export const listItem = ListItem.extend({
  content: 'paragraph block*',
  addKeyboardShortcuts() {
    const own = this.parent?.() ?? {};
    const leave = bindKey(leaveNestedItem);
    return { ...own, Enter: (pressed) => leave(pressed) || (own.Enter?.(pressed) ?? false) };
  },
});
