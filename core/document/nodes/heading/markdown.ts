import type { Heading } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';

export const headingToMarkdown: NodeToMarkdown = (node, { words }) =>
  node.textContent.trim()
    ? [{ type: 'heading', depth: Number(node.attrs.level) as Heading['depth'], children: words(node) }]
    : [];
