import type { NodeToMarkdown } from '../../markdown.ts';

/** An item with nothing but lists below its paragraph is written close. */
export const listItemToMarkdown: NodeToMarkdown = (node, { blocks }) => {
  const children = blocks(node);
  return [{ type: 'listItem', spread: children.slice(1).some(({ type }) => type !== 'list'), children }];
};
