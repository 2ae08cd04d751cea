import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Direction } from './direction.ts';

const isNote = ({ tagName, properties: { className } }: Element): boolean =>
  tagName === 'span' && Array.isArray(className) && className.includes('footnote');

/**
 * Takes the notes out of the text, in its order: a number stays in their place and leads to the note in a list at the end,
 * which leads back. `anchor` begins the names of all these places; two posts on one page must not share it. Text without
 * notes stays as it is.
 */
export const withEndnotes = (
  content: readonly ElementContent[],
  { anchor, direction }: { readonly anchor: string; readonly direction: Direction },
): ElementContent[] => {
  const notes: Element[] = [];
  const takeFrom = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.map((node) => {
      if (node.type !== 'element') return node;
      if (!isNote(node)) return { ...node, children: takeFrom(node.children) };
      const number = notes.length + 1;
      const place = { note: `fn-${anchor}${number}`, reference: `fnref-${anchor}${number}` };
      const back = h('a', { href: `#${place.reference}`, role: 'doc-backlink' }, '↩\ufe0e');
      const words = [...node.children, { type: 'text', value: ' ' } as const, back];
      notes.push(h('li', { id: place.note, dir: node.properties.dir }, words));
      return h('sup', [h('a', { href: `#${place.note}`, id: place.reference, role: 'doc-noteref' }, String(number))]);
    });
  const text = takeFrom(content);
  if (notes.length === 0) return text;
  return [...text, h('section', { className: ['footnotes'], role: 'doc-endnotes', dir: direction }, [h('ol', notes)])];
};
