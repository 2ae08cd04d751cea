import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What scrolls the text, or null where nothing does. */
export const scrollerOf = (view: EditorView): Element | null => {
  let element = view.dom.parentElement;
  while (element !== null && !/auto|scroll/.test(getComputedStyle(element).overflowY)) element = element.parentElement;
  return element;
};

/** Where the line that is written stays in typewriter scrolling, as a share of the height from the top. */
const typewriterLine = 0.45;

/**
 * Scrolls so that the caret's line stays where it is. It runs when a key moved the caret and never for the mouse: what was
 * clicked stays under the pointer.
 */
const holdLine = (scroller: Element, caret: { readonly top: number; readonly bottom: number }, box: DOMRect): void => {
  const offset = (caret.top + caret.bottom) / 2 - box.top - box.height * typewriterLine;
  if (Math.abs(offset) >= 1) scroller.scrollTop += offset;
};

/**
 * Leaves the scrolling alone while the caret is in sight. ProseMirror looks after that at each key press by asking every
 * element around the text for its style and place, which takes longer than all else that it does for a letter. With
 * `typewriter` the line that is written stays at one height.
 */
export const caretInSight = Extension.create<{ readonly typewriter: () => boolean }>({
  name: 'caretInSight',
  addOptions: () => ({ typewriter: () => false }),
  addProseMirrorPlugins() {
    const { typewriter } = this.options;
    let scroller: Element | null = null;
    const isInSight = (view: EditorView): boolean => {
      const { selection } = view.state;
      if (!(selection instanceof TextSelection)) return false;
      if (!scroller?.isConnected) scroller = scrollerOf(view);
      if (scroller === null) return false;
      const caret = view.coordsAtPos(selection.head);
      const box = scroller.getBoundingClientRect();
      if (typewriter()) {
        holdLine(scroller, caret, box);
        return true;
      }
      // ProseMirror's own measure (`scrollThreshold`); it scrolls five pixels further than that.
      return caret.top >= box.top && caret.bottom <= box.bottom;
    };
    return [new Plugin({ props: { handleScrollToSelection: isInSight } })];
  },
});
