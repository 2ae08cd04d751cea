import { keptEmbed, pageOf } from '../../../embeds/embed-address.ts';
import { captionParagraph } from '../../caption-markdown.ts';
import type { NodeToMarkdown } from '../../markdown.ts';
import type { EmbedAttributes } from './schema.ts';

/** An embed as a link on a line of its own, then caption and credit. */
export const embedToMarkdown: NodeToMarkdown = (node, context) => {
  const { title, ...embed } = node.attrs as EmbedAttributes;
  const page = pageOf(keptEmbed(embed));
  const value = title.trim() || page;
  return [
    { type: 'paragraph', children: [{ type: 'link', url: page, children: [{ type: 'text', value }] }] },
    ...captionParagraph(node, context),
  ];
};
