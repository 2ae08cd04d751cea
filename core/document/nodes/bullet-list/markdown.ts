import type { ListItem } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';

export const bulletListToMarkdown: NodeToMarkdown = (node, { blocks }) => [
  { type: 'list', ordered: false, spread: false, children: blocks<ListItem>(node) },
];
