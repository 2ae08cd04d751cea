import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';
import { labelOf } from '../sources/label.ts';
import type { Source } from '../sources/source.ts';

type Typed = Pick<ProseMirrorNode | Mark, 'type' | 'attrs'>;

/** What differs from the defaults, by name: an attribute that the schema gets later changes no hash. */
const saidBy = ({ type, attrs }: Typed): readonly (readonly [string, unknown])[] =>
  Object.entries(attrs)
    .filter(([name, value]) => name !== 'original' && value !== type.spec.attrs?.[name]?.default)
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** FNV-1a over UTF-16 units, 64 bits in two halves (https://datatracker.ietf.org/doc/html/draft-eastlake-fnv). */
const fnv1a = (text: string): string => {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let at = 0; at < text.length; at += 1) {
    low ^= text.charCodeAt(at);
    // Times the prime 2^40 + 0x1b3, modulo 2^64.
    const product = (low >>> 0) * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
};

/**
 * A short text that two blocks share when they say the same: same nodes, marks and attributes, and the same of the sources
 * that they name. It does not depend on the number of a block's original. For comparing blocks of one post; no protection.
 */
export const contentHash = (node: ProseMirrorNode, sources: readonly Source[]): string => {
  const content: unknown[] = [];
  const add = (typed: Typed): void => {
    const said = saidBy(typed);
    content.push(typed.type.name, said);
    const source = sources.find(({ id }) => id === typed.attrs.source);
    if (source) content.push(source.url, labelOf(source));
  };
  const visit = (each: ProseMirrorNode): void => {
    add(each);
    each.marks.forEach(add);
    content.push(each.isText ? (each.text ?? '') : each.childCount);
    each.forEach(visit);
  };
  visit(node);
  const text = JSON.stringify(content);
  return `${text.length.toString(36)}-${fnv1a(text)}`;
};
