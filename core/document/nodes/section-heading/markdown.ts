import type { NodeToMarkdown } from '../../markdown.ts';

export const sectionHeadingToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim() ? [{ type: 'heading', depth: 2, children: words(node) }] : [];
