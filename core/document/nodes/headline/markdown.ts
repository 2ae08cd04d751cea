import type { NodeToMarkdown } from '../../markdown.ts';

/** The title of the whole text: Markdown has no other place for it. */
export const headlineToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim() ? [{ type: 'heading', depth: 1, children: words(node) }] : [];
