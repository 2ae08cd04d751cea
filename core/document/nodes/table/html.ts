import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { directionOfText } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

/** Whether a row is the head of its table when it stands first. */
export const isHead = (row: ProseMirrorNode | null): row is ProseMirrorNode =>
  row !== null && row.childCount > 0 && row.children.every((cell) => cell.type.name === 'tableHeader');

const namesColumns = (node: ElementContent): ElementContent => {
  if (node.type !== 'element') return node;
  if (node.tagName === 'th') return { ...node, properties: { ...node.properties, scope: 'col' } };
  return { ...node, children: node.children.map(namesColumns) };
};

/**
 * A table in a figure of its own, as most platforms want it, then its caption. A first row of header cells is the head;
 * header cells elsewhere name their row. A table without a word shows nothing.
 */
export const tableToHtml: NodeToHtml = (node, { children }) => {
  const caption = String(node.attrs.caption).trim();
  if (!node.textContent.trim() && !caption) return [];
  const { firstChild } = node;
  const headSize = isHead(firstChild) ? firstChild.nodeSize : 0;
  const head = children(node.cut(0, headSize)).map(namesColumns);
  const rows = children(node.cut(headSize));
  return [
    h('figure', { className: ['table'] }, [
      h('table', [...(head.length > 0 ? [h('thead', head)] : []), ...(rows.length > 0 ? [h('tbody', rows)] : [])]),
      ...(caption ? [h('figcaption', { dir: directionOfText(caption) }, caption)] : []),
    ]),
  ];
};
