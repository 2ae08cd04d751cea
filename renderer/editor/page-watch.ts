import type { EditorView } from '@tiptap/pm/view';

/** The view's watch over the page, which reads every change that is not the view's own back into the document. */
type Watch = { readonly flush: () => void; readonly observer: MutationObserver };

const watchOf = (view: EditorView): Watch => (view as unknown as { readonly domObserver: Watch }).domObserver;

/** Changes the page behind the view's back. What came before it must have been read (`catchUp`). */
export const unwatched = (view: EditorView, change: () => void): void => {
  change();
  watchOf(view).observer.takeRecords();
};

/**
 * Reads what the page did by itself and did not tell yet, such as the caret that an arrow key moved just before: the next
 * key is meant for there.
 */
export const catchUp = (view: EditorView): void => {
  if (!view.composing) watchOf(view).flush();
};
