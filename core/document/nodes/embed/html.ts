import { h } from 'hastscript';
import { keptEmbed, pageOf } from '../../../embeds/embed-address.ts';
import { captionLine } from '../../caption-line.ts';
import type { NodeToHtml } from '../../html.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';
import type { EmbedAttributes } from './schema.ts';

/**
 * An embed as a plain link that works everywhere, around its still picture where the library has one; the data attributes are for dialects
 * that know a better way. `data-as-link`: the writer wants no better one.
 */
export const embedToHtml: NodeToHtml = (node, context) => {
  const { asLink, title, thumbnail, width, height, ...attributes } = node.attrs as EmbedAttributes;
  const embed = keptEmbed(attributes);
  const page = pageOf(embed);
  const words = title.trim() || page;
  return [
    h(
      'figure',
      {
        className: ['embed'],
        dataUrl: embed.url,
        dataProvider: embed.provider,
        dataVideoId: embed.id || undefined,
        dataStart: embed.start > 0 ? String(embed.start) : undefined,
        dataWidth: width === null ? undefined : String(width),
        dataHeight: height === null ? undefined : String(height),
        dataAsLink: asLink ? '' : undefined,
      },
      [
        h('a', { href: page }, [
          ...(thumbnail ? [h('img', { src: mediaPlaceholder(thumbnail), alt: '' })] : []),
          words,
        ]),
        ...captionLine(node, context),
      ],
    ),
  ];
};
