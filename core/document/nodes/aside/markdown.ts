import type { NodeToMarkdown } from '../../markdown.ts';

/** Its blocks: Markdown has no place beside the text. */
export const asideToMarkdown: NodeToMarkdown = (node, { blocks }) => blocks(node);
