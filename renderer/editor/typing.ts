import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** The letter that a key press types, or null: control characters and pairs of surrogates are left to the browser. */
const letterOf = ({ charCode }: KeyboardEvent): string | null =>
  charCode >= 0x20 && charCode !== 0x7f && charCode < 0xd800 ? String.fromCharCode(charCode) : null;

const typeLetter = (view: EditorView, event: KeyboardEvent): boolean => {
  const { selection } = view.state;
  const letter = letterOf(event);
  if (letter === null || view.composing || !view.editable || !(selection instanceof TextSelection)) return false;
  const { from, to } = selection;
  const insert = () => view.state.tr.insertText(letter).scrollIntoView();
  if (!view.someProp('handleTextInput', (rule) => rule(view, from, to, letter, insert))) view.dispatch(insert());
  return true;
};

/**
 * Writes a typed letter into the document first and from there onto the screen. The other way round, which is
 * ProseMirror's own, the browser edits the page and the page is read back: twice the time, and in a block that was not
 * laid out yet it takes the wrong place. What comes from an input method or is replaced by the system arrives as no key
 * press and goes that way still.
 */
export const typing = Extension.create({
  name: 'typing',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleKeyPress: typeLetter } })],
});
