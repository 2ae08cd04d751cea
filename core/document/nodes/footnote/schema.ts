import { Node } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { bindKey } from '../../editing/caret.ts';
import { leaveNote, selectNoteBeside, wholeNotes } from '../../editing/footnotes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts an empty footnote after the caret or the selected words, and selects it. */
      insertFootnote: () => ReturnType;
    };
  }
}

/**
 * A note to the words before it. Its own words stand in the text where the reader meets the reference, so that it moves, is
 * copied and goes with them, and the numbers follow from the order; readers find them at the end of the post. It has no
 * marks itself, its words may have any.
 */
export const footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  content: 'text*',
  // A caret steps over it, and what is pasted never opens it.
  atom: true,
  isolating: true,
  parseHTML: () => [{ tag: 'span[data-footnote]' }],
  renderHTML: () => ['span', { 'data-footnote': '' }, 0],
  addCommands() {
    return {
      insertFootnote:
        () =>
        ({ tr, dispatch }) => {
          const { $to } = tr.selection;
          if (!$to.parent.inlineContent || !$to.parent.canReplaceWith($to.index(), $to.index(), this.type))
            return false;
          if (!dispatch) return true;
          tr.insert($to.pos, this.type.create());
          tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView();
          return true;
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      Backspace: bindKey(selectNoteBeside(-1)),
      Delete: bindKey(selectNoteBeside(1)),
      Enter: bindKey(leaveNote),
      'Shift-Enter': bindKey(leaveNote),
    };
  },
  addProseMirrorPlugins: () => [wholeNotes()],
});
