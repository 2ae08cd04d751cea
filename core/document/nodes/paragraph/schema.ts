import { Node } from '@tiptap/core';
import { setBlockType } from '@tiptap/pm/commands';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    paragraph: {
      /** Turns the selected headings into paragraphs. */
      setParagraph: () => ReturnType;
    };
  }
}

/** A paragraph of running text; the block that everything falls back to. */
export const paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addCommands() {
    return {
      setParagraph:
        () =>
        ({ state, dispatch }) =>
          setBlockType(this.type)(state, dispatch),
    };
  },
});
