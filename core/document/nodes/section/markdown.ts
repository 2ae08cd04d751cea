import type { NodeToMarkdown } from '../../markdown.ts';

/** Its blocks: what kind of section they are in is not said in Markdown. */
export const sectionToMarkdown: NodeToMarkdown = (node, { blocks }) => blocks(node);
