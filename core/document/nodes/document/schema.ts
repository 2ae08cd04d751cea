import { Node } from '@tiptap/core';

/** The whole post: its headline, then its sections. */
export const document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'headline section+',
});
