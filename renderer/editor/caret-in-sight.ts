import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What scrolls the text, or null where nothing does. */
export const scrollerOf = (view: EditorView): Element | null => {
  let element = view.dom.parentElement;
  while (element !== null && !/auto|scroll/.test(getComputedStyle(element).overflowY)) element = element.parentElement;
  return element;
};

/**
 * Leaves the scrolling alone while the caret is in sight. ProseMirror looks after that at each key press by asking every
 * element around the text for its style and place, which takes longer than all else that it does for a letter.
 */
export const caretInSight = Extension.create({
  name: 'caretInSight',
  addProseMirrorPlugins() {
    let scroller: Element | null = null;
    const isInSight = (view: EditorView): boolean => {
      const { selection } = view.state;
      if (!(selection instanceof TextSelection)) return false;
      if (!scroller?.isConnected) scroller = scrollerOf(view);
      if (scroller === null) return false;
      const caret = view.coordsAtPos(selection.head);
      const box = scroller.getBoundingClientRect();
      // ProseMirror's own measure (`scrollThreshold`); it scrolls five pixels further than that.
      return caret.top >= box.top && caret.bottom <= box.bottom;
    };
    return [new Plugin({ props: { handleScrollToSelection: isInSight } })];
  },
});
