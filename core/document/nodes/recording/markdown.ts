import type { PhrasingContent } from 'mdast';
import { captionParagraph } from '../../caption-markdown.ts';
import type { NodeToMarkdown } from '../../markdown.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';

/** A link to the file under its placeholder address on a line of its own, then caption and credit. */
export const recordingToMarkdown: NodeToMarkdown = (node, context) => {
  const { media, kind } = node.attrs;
  const words = captionParagraph(node, context);
  if (typeof media !== 'string') return words;
  const value = kind === 'audio' ? 'Audio' : 'Video';
  const children: PhrasingContent[] = [{ type: 'text', value }];
  return [{ type: 'paragraph', children: [{ type: 'link', url: mediaPlaceholder(media), children }] }, ...words];
};
