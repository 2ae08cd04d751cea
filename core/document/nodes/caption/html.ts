import type { NodeToHtml } from '../../html.ts';

/** The words alone: `caption-line.ts` sets caption and credit on one line. */
export const captionToHtml: NodeToHtml = (node, { children }) => children(node);
