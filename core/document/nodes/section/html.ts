import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

/** The class names the kind, the direction is the post's; the label is the writer's and stays here. An empty section shows nothing. */
export const sectionToHtml: NodeToHtml = (node, { children, direction }) => {
  const content = children(node);
  return content.length > 0 ? [h('section', { className: [String(node.attrs.kind)], dir: direction }, content)] : [];
};
