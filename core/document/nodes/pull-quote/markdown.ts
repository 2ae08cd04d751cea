import type { NodeToMarkdown } from '../../markdown.ts';

/** Set off as a quotation is, without anyone who said it. */
export const pullQuoteToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim() ? [{ type: 'blockquote', children: [{ type: 'paragraph', children: words(node) }] }] : [];
