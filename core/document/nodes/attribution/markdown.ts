import type { NodeToMarkdown } from '../../markdown.ts';

/** Who said it; the quotation around it makes its last line of it. */
export const attributionToMarkdown: NodeToMarkdown = (node, { words }) => words(node);
