import type { NodeToMarkdown } from '../../markdown.ts';

/** As WordPress, Hugo and others read it in Markdown. */
export const readMoreToMarkdown: NodeToMarkdown = () => [{ type: 'html', value: '<!--more-->' }];
