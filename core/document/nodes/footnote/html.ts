import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

/** In its place in the text: `endnotes.ts` moves it to the end. An empty note is room for the writer, not for the reader. */
export const footnoteToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('span', { className: ['footnote'], dir: directionOf(node) }, children(node))] : [];
