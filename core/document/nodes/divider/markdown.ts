import type { NodeToMarkdown } from '../../markdown.ts';

export const dividerToMarkdown: NodeToMarkdown = () => [{ type: 'thematicBreak' }];
