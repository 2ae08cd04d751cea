import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

export const headingToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim() ? [h(`h${node.attrs.level}`, { dir: directionOf(node) }, children(node))] : [];
