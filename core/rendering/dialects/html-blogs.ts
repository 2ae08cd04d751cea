import type { Element, Properties } from 'hast';
import type { Schema } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { parseVideoAddress } from '../../document/video.ts';
import { footnoteLinkAttributes, footnotePlace } from '../footnotes.ts';
import { withRawHtml } from '../raw-html.ts';
import { childOf } from '../tree.ts';

/** The player of a video that stands in the neutral tree. */
export const playerOf = (figure: Element): Element | null => {
  const video = parseVideoAddress(String(figure.properties.dataUrl));
  if (!video.ok) return null;
  return h('iframe', { src: video.value.playerUrl, width: 560, height: 315, allowFullScreen: true });
};

/** The words of a caption, if there are any, with their direction in an element of this name. */
export const captionAs = (tagName: string, figure: Element, properties: Properties = {}): readonly Element[] => {
  const caption = childOf(figure, 'figcaption');
  return caption ? [h(tagName, { ...properties, dir: caption.properties.dir }, caption.children)] : [];
};

/** What blogs take that let their writers put any HTML in: what HTML blocks may hold, the notes' places, and players of the known providers. */
export const htmlSchema = (own: Schema): Schema => {
  const base = withRawHtml(own);
  return {
    ...base,
    allowComments: true,
    tagNames: [...(base.tagNames ?? []), 'iframe'],
    attributes: {
      ...base.attributes,
      a: [...(base.attributes?.a ?? []), ...footnoteLinkAttributes],
      li: [...(base.attributes?.li ?? []), footnotePlace],
      iframe: [
        ['src', /^https:\/\/(?:www\.youtube-nocookie\.com\/embed|player\.vimeo\.com\/video)\//],
        'width',
        'height',
        'allowFullScreen',
      ],
    },
  };
};
