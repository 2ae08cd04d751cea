import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { HtmlContext, NodeToHtml } from '../../html.ts';

const isTight = (node: Parameters<NodeToHtml>[0]): boolean =>
  node.children.slice(1).every((child) => child.type.name === 'bulletList' || child.type.name === 'orderedList');

/** An item of one paragraph, with or without lists below it, is written without the paragraph's element. */
export const listItemToHtml: NodeToHtml = (node, context: HtmlContext) => {
  const { firstChild } = node;
  if (!firstChild || !isTight(node)) return [h('li', context.children(node))];
  const lists = context.children(node.cut(firstChild.nodeSize));
  return [h('li', { dir: directionOf(firstChild) }, [...context.children(firstChild), ...lists])];
};
