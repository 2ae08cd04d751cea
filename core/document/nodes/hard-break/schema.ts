import { Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    hardBreak: {
      /** Begins a new line inside the paragraph. */
      setHardBreak: () => ReturnType;
    };
  }
}

/** A line break inside a paragraph. */
export const hardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addCommands() {
    return {
      setHardBreak:
        () =>
        ({ tr, state, dispatch }) => {
          const { $from, $to } = state.selection;
          if (!$from.sameParent($to) || !$from.parent.inlineContent) return false;
          if (!$from.parent.canReplaceWith($from.index(), $to.indexAfter(), this.type)) return false;
          const marks = state.storedMarks ?? $from.marks();
          if (dispatch) tr.replaceSelectionWith(this.type.create(), false).ensureMarks(marks).scrollIntoView();
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});
