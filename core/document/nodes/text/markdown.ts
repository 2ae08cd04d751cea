import type { NodeToMarkdown } from '../../markdown.ts';

export const textToMarkdown: NodeToMarkdown = (node) => [{ type: 'text', value: node.text ?? '' }];
