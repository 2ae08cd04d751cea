import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const moveCaret = (view: EditorView, event: MouseEvent): boolean => {
  const { selection, doc, tr } = view.state;
  if (view.hasFocus() || selection.empty || event.button !== 0 || event.shiftKey) return false;
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (place && selection instanceof TextSelection) {
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))).setMeta('addToHistory', false));
  }
  return false;
};

/**
 * Lets a click that comes back into the text move the caret. Words that stayed selected while the focus was elsewhere
 * are drawn anew when it returns, and Chromium then leaves the selection on them wherever the click was.
 */
export const clickBack = Extension.create({
  name: 'clickBack',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { mousedown: moveCaret } } })],
});
