import { Node } from '@tiptap/core';
import { declareAttributes } from '../../attributes.ts';
import { originAttr } from '../../origin.ts';

/** The whole post: its headline, then its sections. */
export const document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'headline section+',
  addAttributes: () => declareAttributes({ origin: originAttr }),
});
