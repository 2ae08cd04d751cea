import { InputRule, Node } from '@tiptap/core';
import { goOnAfter, placeBlock } from '../../editing/place.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    divider: {
      /** Puts a divider after the current block; the caret goes to the text after it. */
      insertDivider: () => ReturnType;
    };
  }
}

/** A thematic break. `---` at the start of a paragraph makes one. */
export const divider = Node.create({
  name: 'divider',
  group: 'block',
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
  addCommands() {
    return {
      insertDivider:
        () =>
        ({ tr, dispatch }) => {
          if (dispatch) goOnAfter(tr, placeBlock(tr, this.type.create()));
          return true;
        },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^(?:---|—-)$/,
        handler: ({ state, range }) => {
          const $from = state.doc.resolve(range.from);
          const index = $from.index(-1);
          if ($from.parent.type.name !== 'paragraph') return null;
          if (!$from.node(-1).canReplaceWith(index, index, this.type)) return null;
          state.tr.delete(range.from, range.to).insert($from.before(), this.type.create());
          return undefined;
        },
      }),
    ];
  },
});
