import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { beforeCommands } from '../app/commands.ts';
import { typesText } from '../ui/key-press-of.ts';
import { catchUp, unwatched } from './page-watch.ts';

/** The letter that a key press types, or null: control characters and pairs of surrogates are left to the browser. */
const letterOf = ({ charCode }: KeyboardEvent): string | null =>
  charCode >= 0x20 && charCode !== 0x7f && charCode < 0xd800 ? String.fromCharCode(charCode) : null;

/** Whether a key press is a shortcut that no command had; AltGr comes as Ctrl and Alt together. */
const isShortcut = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => metaKey || (ctrlKey && !altKey);

/** Whether a text of the page stands as it is: what decorations wrap is known to the view by its wrapper. */
const isBare = (text: Node): boolean => (text as { readonly pmViewDesc?: unknown }).pmViewDesc !== undefined;

/**
 * Puts the letter of `tr` into the page's text as well when that is what drawing the new document would come to: one text
 * of the page, a piece of one text of the document (marks of finding part it), longer by this letter. The view then finds
 * nothing to draw there; by itself it would set the whole text anew, and the browser would break and shape the whole
 * paragraph's lines. At the edge of a mark the letter falls outside of it.
 */
const drawLetter = (view: EditorView, tr: Transaction, letter: string): (() => void) | null => {
  const { $from } = view.state.selection;
  const before = $from.textOffset > 0 ? $from.parent.child($from.index()) : $from.nodeBefore;
  const start = $from.textOffset > 0 ? $from.pos - $from.textOffset : $from.pos - (before?.nodeSize ?? 0);
  const after = tr.doc.nodeAt(start);
  const { node, offset } = view.domAtPos($from.pos, -1);
  const at = $from.pos - start;
  const text = before?.text;
  if (text === undefined || node.nodeType !== Node.TEXT_NODE) return null;
  const piece = node.nodeValue ?? '';
  if (offset > at || text.slice(at - offset, at - offset + piece.length) !== piece) return null;
  if ((offset === 0 || offset === piece.length) && !isBare(node)) return null;
  if (after?.text !== text.slice(0, at) + letter + text.slice(at) || !before?.sameMarkup(after)) return null;
  unwatched(view, () => (node as Text).insertData(offset, letter));
  return () => {
    // The view draws no block that stayed the same.
    const unchanged = view.state.doc.nodeAt($from.before()) === $from.parent;
    if (unchanged) unwatched(view, () => (node as Text).deleteData(offset, 1));
  };
};

/** What `insertText` comes to at a caret, without a look for a place that takes a text. */
const insertAtCaret = ({ tr, schema, storedMarks, selection: { $from } }: EditorState, letter: string): Transaction =>
  tr.insert($from.pos, schema.text(letter, storedMarks ?? $from.marks()));

const typeLetter = (view: EditorView, event: KeyboardEvent): boolean => {
  const letter = isShortcut(event) ? null : letterOf(event);
  const { selection } = view.state;
  if (letter === null || view.composing || !view.editable || !(selection instanceof TextSelection)) return false;
  const { from, to } = selection;
  const insert = () =>
    (selection.empty ? insertAtCaret(view.state, letter) : view.state.tr.insertText(letter)).scrollIntoView();
  if (view.someProp('handleTextInput', (rule) => rule(view, from, to, letter, insert))) return true;
  const tr = insert();
  const confirm = selection.empty ? drawLetter(view, tr, letter) : null;
  view.dispatch(tr);
  // A plugin may have refused the letter or changed what became of it.
  confirm?.();
  return true;
};

/**
 * Takes what only types before it goes down through the window: on its way React, which listens at its root, and the view
 * would look for handlers, and there are none for a letter.
 */
const takeLetters = (view: EditorView): (() => void) => {
  const onKeyPress = (event: KeyboardEvent): void => {
    if (event.target !== view.dom || event.defaultPrevented || !typeLetter(view, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.target === view.dom && typesText(event)) event.stopPropagation();
  };
  window.addEventListener('keypress', onKeyPress, { capture: true });
  window.addEventListener('keyup', onKeyUp, { capture: true });
  return () => {
    window.removeEventListener('keypress', onKeyPress, { capture: true });
    window.removeEventListener('keyup', onKeyUp, { capture: true });
  };
};

/**
 * Writes a typed letter into the document first and from there onto the screen. The other way round, which is
 * ProseMirror's own, the browser edits the page and the page is read back: twice the time, and in a block that was not
 * laid out yet it takes the wrong place. What comes from an input method or is replaced by the system arrives as no key
 * press and goes that way still.
 */
export const typing = Extension.create({
  name: 'typing',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: { handleDOMEvents: { keydown: catchUp } },
      view: (view) => {
        const leaveLetters = takeLetters(view);
        const stopCatchingUp = beforeCommands(() => catchUp(view));
        return {
          destroy: () => {
            leaveLetters();
            stopCatchingUp();
          },
        };
      },
    }),
  ],
});
