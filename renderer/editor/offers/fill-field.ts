import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { SuggestedField } from '../../../core/pictures/suggestions.ts';
import { startUndoStep } from '../undo/undo-history.ts';

/**
 * Puts words into a field of the figure or embed at a document position, in place of what is there, as one undo step. With
 * `caret` the caret goes behind them.
 */
export const fillField = (
  view: EditorView,
  at: number,
  field: SuggestedField,
  words: string,
  { caret }: { readonly caret: boolean },
): void => {
  const { doc, schema, tr } = view.state;
  const block = doc.nodeAt(at);
  if (!block) return;
  if (field === 'alt') {
    view.dispatch(startUndoStep(tr.setNodeAttribute(at, 'alt', words)));
    return;
  }
  block.forEach((line, offset) => {
    if (line.type.name !== field) return;
    const start = at + 1 + offset + 1;
    tr.replaceWith(start, start + line.content.size, schema.text(words));
    if (caret) tr.setSelection(TextSelection.create(tr.doc, start + words.length)).scrollIntoView();
  });
  if (tr.docChanged) view.dispatch(startUndoStep(tr));
};
