import { h } from 'hastscript';
import { captionLine } from '../../caption-line.ts';
import type { NodeToHtml } from '../../html.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';

/** The picture under its placeholder address, how it stands as a class (`align-left`), then caption and credit on one line. Without a picture the words stay. */
export const figureToHtml: NodeToHtml = (node, context) => {
  const { media, alt, decorative, align, width, height } = node.attrs;
  const words = captionLine(node, context);
  if (typeof media !== 'string') return words.length > 0 ? [h('figure', words)] : [];
  const size = width && height ? { width: Number(width), height: Number(height) } : {};
  const className = align === 'none' ? [] : [`align-${align}`];
  return [
    h('figure', className.length > 0 ? { className } : {}, [
      h('img', { src: mediaPlaceholder(media), alt: decorative ? '' : String(alt), ...size }),
      ...words,
    ]),
  ];
};
