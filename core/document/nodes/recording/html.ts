import { h } from 'hastscript';
import { captionLine } from '../../caption-line.ts';
import type { NodeToHtml } from '../../html.ts';
import { mediaPlaceholder } from '../../media-placeholder.ts';

/** A player for the file under its placeholder address, then caption and credit on one line. Without a file the words stay. */
export const recordingToHtml: NodeToHtml = (node, context) => {
  const { media, kind, ownWork, width, height, poster } = node.attrs;
  const words = captionLine(node, context);
  if (typeof media !== 'string') return words.length > 0 ? [h('figure', words)] : [];
  const src = mediaPlaceholder(media);
  const size = width && height ? { width: Number(width), height: Number(height) } : {};
  const shown = typeof poster === 'string' ? { poster: mediaPlaceholder(poster) } : {};
  const player =
    kind === 'audio' ? h('audio', { controls: true, src }) : h('video', { controls: true, ...shown, src, ...size });
  return [h('figure', { className: ['recording', ...(ownWork === true ? ['own-work'] : [])] }, [player, ...words])];
};
