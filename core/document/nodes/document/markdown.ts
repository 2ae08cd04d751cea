import type { NodeToMarkdown } from '../../markdown.ts';

export const documentToMarkdown: NodeToMarkdown = (node, { blocks }) => blocks(node);
