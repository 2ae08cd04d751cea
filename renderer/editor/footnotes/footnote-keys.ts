import { Extension } from '@tiptap/core';
import { type EditorState, NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorContext } from '../editor-context.ts';

/** Where the footnote begins that is selected as a whole; null when none is. */
const selectedFootnote = ({ selection }: EditorState): number | null =>
  selection instanceof NodeSelection && selection.node.type.name === 'footnote' ? selection.from : null;

/** A caret in a note, as finding and undo may leave one, would write where nobody looks: the note is selected instead. */
const leaveHiddenWords = (view: EditorView): void => {
  const { $head } = view.state.selection;
  if ($head.parent.type.name !== 'footnote' || !view.hasFocus()) return;
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, $head.before())));
};

/** A letter typed while a note is selected goes on after it: it must not take the note's place. */
const typeAfter = (view: EditorView, _from: number, to: number, text: string): boolean => {
  if (selectedFootnote(view.state) === null) return false;
  view.dispatch(view.state.tr.insertText(text, to).scrollIntoView());
  return true;
};

/** What keys do with a selected footnote: Enter opens it, letters go on after it. */
export const footnoteKeys = ({ ui }: EditorContext): Extension =>
  Extension.create({
    name: 'footnoteKeys',
    // Before the key of figures, which takes Enter on what is selected.
    priority: 1110,
    addKeyboardShortcuts: () => ({
      Enter: ({ editor }) => {
        const at = selectedFootnote(editor.state);
        if (at === null || !editor.isEditable) return false;
        ui.setState({ panel: { kind: 'footnote', at } });
        return true;
      },
    }),
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleTextInput: typeAfter,
          handleDOMEvents: {
            focus: (view) => {
              // ProseMirror knows that it has the focus only after this event.
              queueMicrotask(() => view.isDestroyed || leaveHiddenWords(view));
              return false;
            },
          },
        },
        view: () => ({ update: leaveHiddenWords }),
      }),
    ],
  });
