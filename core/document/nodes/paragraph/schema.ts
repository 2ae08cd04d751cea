import { Node } from '@tiptap/core';
import { declareAttributes, directionAttr } from '../../attributes.ts';
import type { Direction } from '../../direction.ts';
import { toggleDirection } from '../../editing/direction.ts';
import { turnInto } from '../../editing/textblock.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    paragraph: {
      /** Turns the selected headings into paragraphs. */
      setParagraph: () => ReturnType;
      /** Gives the selected paragraphs, headings and lists a direction, or none of their own when they all have it. */
      toggleDirection: (direction: Direction) => ReturnType;
    };
  }
}

/** A paragraph of running text; the block that everything falls back to. */
export const paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes: () => declareAttributes({ dir: directionAttr }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addCommands() {
    return {
      setParagraph:
        () =>
        ({ state, dispatch }) =>
          turnInto(this.type)(state, dispatch),
      toggleDirection:
        (direction) =>
        ({ state, dispatch }) =>
          toggleDirection(direction)(state, dispatch),
    };
  },
});
