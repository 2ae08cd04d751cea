import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { addLengths, lengthOf, noLength, type TextLength } from './text.ts';

/** What a section says in its writer's words, and what in the words of others. */
export type SectionLength = { readonly own: TextLength; readonly quoted: TextLength };

/** Words around the text: the heading over a section, captions and credits, and who said a quotation. */
const standsAround = ({ type }: ProseMirrorNode): boolean =>
  type.name === 'sectionHeading' || type.name === 'attribution' || type.isInGroup('captioning');

/** Measures one section. A quotation counts as quoted wherever it stands, in a list or in the comment too. */
export const sectionLength = (section: ProseMirrorNode): SectionLength => {
  let own = noLength;
  let quoted = noLength;
  const walk = (node: ProseMirrorNode, isQuoted: boolean): void => {
    if (standsAround(node)) return;
    if (node.isTextblock) {
      if (isQuoted) quoted = addLengths(quoted, lengthOf(node));
      else own = addLengths(own, lengthOf(node));
      return;
    }
    node.forEach((child) => {
      walk(child, isQuoted || node.type.name === 'quotation');
    });
  };
  walk(section, false);
  return { own, quoted };
};
