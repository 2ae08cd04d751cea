import { captionParagraph } from '../../caption-markdown.ts';
import type { NodeToMarkdown } from '../../markdown.ts';

/** A video as a link on a line of its own, then caption and credit. */
export const embedToMarkdown: NodeToMarkdown = (node, context) => {
  const url = String(node.attrs.url);
  const value = String(node.attrs.title).trim() || url;
  return [
    { type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value }] }] },
    ...captionParagraph(node, context),
  ];
};
