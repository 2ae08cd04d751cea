import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

export const sectionHeadingToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h('h2', { dir: directionOf(node) }, children(node))] : [];
