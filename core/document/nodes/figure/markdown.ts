import { captionParagraph } from '../../caption-markdown.ts';
import type { NodeToMarkdown } from '../../markdown.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';

/** The picture under its placeholder address on a line of its own, then caption and credit. */
export const figureToMarkdown: NodeToMarkdown = (node, context) => {
  const { media, alt, decorative } = node.attrs;
  const words = captionParagraph(node, context);
  if (typeof media !== 'string') return words;
  const image = { type: 'image', url: mediaPlaceholder(media), alt: decorative ? '' : String(alt) } as const;
  return [{ type: 'paragraph', children: [image] }, ...words];
};
