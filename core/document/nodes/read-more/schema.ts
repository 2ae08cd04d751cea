import { Node } from '@tiptap/core';
import { goOnAfter, placeBlock } from '../../editing/place.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    readMore: {
      /** Puts the read-more break after the current block; the caret goes to the text after it. */
      insertReadMore: () => ReturnType;
    };
  }
}

/** Where a blog's front page ends and "Read more" leads on. The first one between a section's blocks counts. */
export const readMore = Node.create({
  name: 'readMore',
  group: 'block',
  parseHTML: () => [{ tag: 'hr[data-read-more]', priority: 60 }],
  renderHTML: () => ['hr', { 'data-read-more': '' }],
  addCommands() {
    return {
      insertReadMore:
        () =>
        ({ tr, dispatch }) => {
          if (dispatch) goOnAfter(tr, placeBlock(tr, this.type.create()));
          return true;
        },
    };
  },
});
