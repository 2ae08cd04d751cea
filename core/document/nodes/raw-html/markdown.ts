import type { NodeToMarkdown } from '../../markdown.ts';

/** The source as code: as markup it would run wherever the Markdown is shown. */
export const rawHtmlToMarkdown: NodeToMarkdown = (node) =>
  node.textContent.trim() ? [{ type: 'code', lang: 'html', value: node.textContent }] : [];
