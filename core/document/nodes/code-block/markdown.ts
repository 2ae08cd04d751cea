import type { NodeToMarkdown } from '../../markdown.ts';

export const codeBlockToMarkdown: NodeToMarkdown = (node) => {
  const lang = String(node.attrs.language) || null;
  return node.textContent.trim() ? [{ type: 'code', lang, value: node.textContent }] : [];
};
