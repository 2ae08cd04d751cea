import type { Mark, Node as ProseMirrorNode } from '@tiptap/pm/model';
import { parseWebAddress } from '../sources/address.ts';
import type { Source } from '../sources/source.ts';
import { nodesOf } from './places.ts';

/** Words of the text that lead somewhere: one link or one citation, however its words are set. */
export type LinkedWords = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The target of a link; null for a citation. */
  readonly href: string | null;
  /** The id of the source that a citation refers to; null for a link. */
  readonly source: string | null;
};

const referenceOf = (node: ProseMirrorNode): Mark | undefined =>
  node.marks.find(({ type }) => type.name === 'link' || type.name === 'citation');

const inLine = (line: ProseMirrorNode, start: number): readonly LinkedWords[] => {
  const found: LinkedWords[] = [];
  let before: Mark | undefined;
  line.forEach((child, offset) => {
    const mark = child.isText ? referenceOf(child) : undefined;
    const from = start + offset;
    const to = from + child.nodeSize;
    const last = found.at(-1);
    if (mark && last && before?.eq(mark))
      found[found.length - 1] = { ...last, to, text: last.text + (child.text ?? '') };
    else if (mark) {
      const { href = null, source = null } = mark.attrs;
      found.push({ from, to, text: child.text ?? '', href, source });
    }
    before = mark;
  });
  return found;
};

/** Every link and citation of a document in its order, those in captions, credits and footnotes too. */
export const linkedWordsOf = (doc: ProseMirrorNode): readonly LinkedWords[] => {
  const found: LinkedWords[] = [];
  doc.descendants((node, at) => {
    if (node.inlineContent) found.push(...inLine(node, at + 1));
    return true;
  });
  return found;
};

/** The web addresses that a post leads to by its sources, its links and its embeds, each once. */
export const addressesOf = (doc: ProseMirrorNode, sources: readonly Source[]): readonly string[] => {
  const all = [
    ...sources.map(({ url }) => url),
    ...linkedWordsOf(doc).map(({ href }) => href ?? ''),
    ...nodesOf(doc, 'embed').map(({ node }) => String(node.attrs.url)),
  ];
  return [...new Set(all)].filter((address) => parseWebAddress(address) !== null);
};
