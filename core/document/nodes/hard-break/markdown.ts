import type { NodeToMarkdown } from '../../markdown.ts';

export const hardBreakToMarkdown: NodeToMarkdown = () => [{ type: 'break' }];
