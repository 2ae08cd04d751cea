import { Node } from '@tiptap/core';
import { lift, wrapIn } from '@tiptap/pm/commands';
import type { ResolvedPos } from '@tiptap/pm/model';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    aside: {
      /** Puts the selected blocks into an aside, or takes them out of the one that they stand in. */
      toggleAside: () => ReturnType;
    };
  }
}

const inAside = ($at: ResolvedPos): boolean => {
  for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === 'aside') return true;
  return false;
};

/** Blocks beside the text: background, a note, an explanation. An Enter in its last, empty paragraph goes on after it. */
export const aside = Node.create({
  name: 'aside',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: () => ['aside', 0],
  addCommands() {
    return {
      toggleAside:
        () =>
        ({ state, dispatch }) =>
          inAside(state.selection.$from) ? lift(state, dispatch) : wrapIn(this.type)(state, dispatch),
    };
  },
});
