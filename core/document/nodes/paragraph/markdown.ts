import type { NodeToMarkdown } from '../../markdown.ts';

/** An empty paragraph is room for the writer, not for the reader. */
export const paragraphToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim() ? [{ type: 'paragraph', children: words(node) }] : [];
