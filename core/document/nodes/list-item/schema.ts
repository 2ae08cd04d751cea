import { ListItem } from '@tiptap/extension-list';

/** An item of a list: a paragraph, then any blocks. Enter splits it, Tab and Shift+Tab nest it. */
export const listItem = ListItem.extend({ content: 'paragraph block*' });
