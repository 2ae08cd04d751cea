import type { EditorView } from '@tiptap/pm/view';

/**
 * Sets one attribute of the node at a position. Changes with the same `stay` (a number that a visit to a field gets)
 * are one undo step: the history plugin keeps steps of one composition together, and a field behaves like one.
 */
export const setNodeAttribute = (view: EditorView, at: number, name: string, value: unknown, stay?: number): void => {
  const node = view.state.doc.nodeAt(at);
  if (!node || node.attrs[name] === value) return;
  const tr = view.state.tr.setNodeAttribute(at, name, value);
  if (stay !== undefined) tr.setMeta('composition', `field ${stay}`);
  view.dispatch(tr);
};
