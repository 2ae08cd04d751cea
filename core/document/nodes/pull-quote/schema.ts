import { Node } from '@tiptap/core';
import { declareAttributes, directionAttr } from '../../attributes.ts';
import { toggleTextblock } from '../../editing/textblock.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    pullQuote: {
      /** Turns the selected paragraphs into pull quotes, or back when they all are. */
      togglePullQuote: () => ReturnType;
    };
  }
}

/** A line of the post itself, set large to draw the reader in. A source's words are a quotation instead. */
export const pullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => declareAttributes({ dir: directionAttr }),
  parseHTML: () => [{ tag: 'p[data-pull-quote]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['p', { 'data-pull-quote': '', ...HTMLAttributes }, 0],
  addCommands() {
    return {
      togglePullQuote:
        () =>
        ({ state, dispatch }) =>
          toggleTextblock(this.type)(state, dispatch),
    };
  },
});
