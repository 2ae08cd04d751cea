import { h } from 'hastscript';
import { captionLine } from '../../caption-line.ts';
import type { NodeToHtml } from '../../html.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';
import { type FigureAttributes, figureWidths } from './schema.ts';

/** Whether a picture is shown smaller than it would be. A wide one has no other size, and none is made larger than it is. */
const isSmaller = ({ align, size, width }: FigureAttributes): boolean =>
  align !== 'wide' && size !== 'full' && (width === null || width > figureWidths[size]);

/**
 * The picture under its placeholder address, how it stands and its size as classes (`align-left`, `width-small`), that it is the
 * writer's own as another (`own-work`), then caption and credit on one line. Without a picture the words stay.
 */
export const figureToHtml: NodeToHtml = (node, context) => {
  const { media, alt, decorative, ownWork, align, size, width, height } = node.attrs;
  const words = captionLine(node, context);
  if (typeof media !== 'string') return words.length > 0 ? [h('figure', words)] : [];
  const pixels = width && height ? { width: Number(width), height: Number(height) } : {};
  const className = [
    ...(align === 'none' ? [] : [`align-${align}`]),
    ...(isSmaller(node.attrs as FigureAttributes) ? [`width-${size}`] : []),
    ...(ownWork === true ? ['own-work'] : []),
  ];
  return [
    h('figure', className.length > 0 ? { className } : {}, [
      h('img', { src: mediaPlaceholder(media), alt: decorative ? '' : String(alt), ...pixels }),
      ...words,
    ]),
  ];
};
