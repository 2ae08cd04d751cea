import type { ListItem } from 'mdast';
import type { NodeToMarkdown } from '../../markdown.ts';

export const orderedListToMarkdown: NodeToMarkdown = (node, { blocks }) => [
  {
    type: 'list',
    ordered: true,
    start: Math.max(0, Number(node.attrs.start)),
    spread: false,
    children: blocks<ListItem>(node),
  },
];
