import { Node } from '@tiptap/core';
import { singlePictures } from '../../editing/gallery.ts';

/**
 * Two or more figures that belong together, each with its caption and credit, and a caption for all of them. One that is
 * left with a single figure becomes that figure.
 */
export const gallery = Node.create({
  name: 'gallery',
  group: 'block',
  // Not `{1,50}`: a number makes fifty states of it, and every editor reads the expression anew. Commands keep to the limit.
  content: 'figure+ caption',
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: 'figure[data-gallery]' }],
  renderHTML: () => ['figure', { 'data-gallery': '' }, 0],
  addProseMirrorPlugins: () => [singlePictures],
});
