import type { NodeToMarkdown } from '../../markdown.ts';

/** The words alone: `caption-markdown.ts` sets caption and credit on one line. */
export const captionToMarkdown: NodeToMarkdown = (node, { words }) => words(node);
