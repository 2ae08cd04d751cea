import { h } from 'hastscript';
import { captionLine } from '../../caption-line.ts';
import type { NodeToHtml } from '../../html.ts';

/** A video as a plain link that works everywhere; the data attributes are for dialects that know a better way. */
export const embedToHtml: NodeToHtml = (node, context) => {
  const { url, provider, videoId, title } = node.attrs;
  return [
    h('figure', { className: ['embed'], dataUrl: url, dataProvider: provider, dataVideoId: videoId }, [
      h('a', { href: url }, String(title).trim() || String(url)),
      ...captionLine(node, context),
    ]),
  ];
};
