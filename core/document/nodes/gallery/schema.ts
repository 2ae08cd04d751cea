import { Node } from '@tiptap/core';
import { singlePictures } from '../../editing/gallery.ts';
import { maxGalleryPictures } from '../../gallery-size.ts';

/**
 * Two or more figures that belong together, each with its caption and credit, and a caption for all of them. One that is
 * left with a single figure becomes that figure.
 */
export const gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: `figure{1,${maxGalleryPictures}} caption`,
  isolating: true,
  draggable: true,
  parseHTML: () => [{ tag: 'figure[data-gallery]' }],
  renderHTML: () => ['figure', { 'data-gallery': '' }, 0],
  addProseMirrorPlugins: () => [singlePictures],
});
