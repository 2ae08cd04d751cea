import { Node } from '@tiptap/core';

/** Running text. */
export const text = Node.create({ name: 'text', group: 'inline' });
