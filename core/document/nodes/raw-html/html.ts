import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

/** The source is carried as text. A dialect reads it, and holds it to an allow-list, when it makes the page. */
export const rawHtmlToHtml: NodeToHtml = (node) =>
  node.textContent.trim() ? [h('div', { className: ['raw-html'], dataSource: node.textContent })] : [];
