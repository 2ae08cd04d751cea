import type { Transform } from '@tiptap/pm/transform';
import { declaredAttributes } from '../schema.ts';

/** The attribute of a node or mark that names a source; undefined where it has none. */
const sourceAttribute = (type: string): string | undefined =>
  [...(declaredAttributes.get(type) ?? [])].find(([, { kind }]) => kind === 'source')?.[0];

/** Lets every citation and quotation of one source refer to another. Answers how many did. */
export const retieSources = (tr: Transform, from: string, into: string): number => {
  let retied = 0;
  // No step moves anything, so that the positions of the first document stay true.
  tr.doc.descendants((node, at) => {
    const name = sourceAttribute(node.type.name);
    if (name !== undefined && node.attrs[name] === from) {
      tr.setNodeAttribute(at, name, into);
      retied += 1;
    }
    for (const mark of node.marks) {
      const named = sourceAttribute(mark.type.name);
      if (named === undefined || mark.attrs[named] !== from) continue;
      tr.removeMark(at, at + node.nodeSize, mark);
      tr.addMark(at, at + node.nodeSize, mark.type.create({ ...mark.attrs, [named]: into }));
      retied += 1;
    }
    return true;
  });
  return retied;
};
