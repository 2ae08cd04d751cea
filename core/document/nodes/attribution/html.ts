import type { NodeToHtml } from '../../html.ts';

/** Who said it, as plain text; the quotation around it adds the source's link. */
export const attributionToHtml: NodeToHtml = (node, { children }) => children(node);
