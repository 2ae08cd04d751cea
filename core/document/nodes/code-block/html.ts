import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

/** From left to right in every post. The class is what HTML's specification suggests to name a language with. */
export const codeBlockToHtml: NodeToHtml = (node, { children }) => {
  const language = String(node.attrs.language);
  if (!node.textContent.trim()) return [];
  return [
    h('pre', { dir: 'ltr' }, [h('code', language ? { className: [`language-${language}`] } : {}, children(node))]),
  ];
};
