import type { Editor } from '@tiptap/react';
import { retieSources } from '../../core/document/editing/retie-sources.ts';
import { labelOf } from '../../core/sources/label.ts';
import type { Source } from '../../core/sources/source.ts';
import type { EditorContext } from './editor-context.ts';
import { startUndoStep, undo } from './undo/undo-history.ts';
import { words } from './words.ts';

/** Marks the selected words as a citation of a source, or inserts its publisher as one. */
export const cite = (editor: Editor, source: Source): void => {
  const label = labelOf(source) || words('source.untitled');
  editor.chain().focus().setCitation({ source: source.id, label }).run();
};

/**
 * A quotation after the block with the caret. Words that are selected in the running text become the quoted words.
 */
export const quote = (editor: Editor, source: string | null, quoted?: string): void => {
  const { from, to, $from, $to } = editor.state.selection;
  const inText = [$from, $to].every(({ parent, depth }) => depth === 2 && parent.isTextblock);
  const selected = inText ? editor.state.doc.textBetween(from, to, '\n', '\n') : '';
  const text = quoted ?? selected;
  const chain = editor.chain().focus();
  if (quoted === undefined && selected !== '') chain.deleteSelection();
  chain.insertQuotation({ source, ...(text === '' ? {} : { text }) }).run();
};

/**
 * Lets what refers to one source refer to another, as one undo step. Answers the way to take it back, which does nothing once
 * the text was changed after it.
 */
export const mergeSource = (editor: Editor, from: string, into: string): (() => void) => {
  const { tr } = editor.state;
  if (retieSources(tr, from, into) === 0) return () => undefined;
  editor.view.dispatch(startUndoStep(tr));
  const merged = editor.state.doc;
  return () => {
    if (!editor.isDestroyed && editor.state.doc === merged) undo(editor.state, editor.view.dispatch);
  };
};

/** Cites the only source, asks which one where there are several, and asks for one where there is none. */
export const citeSource = (editor: Editor, { ui, onAddSource }: EditorContext): void => {
  const { sources } = ui.getState();
  const [first] = sources;
  if (first === undefined) onAddSource();
  else if (sources.length === 1) cite(editor, first);
  else ui.setState({ panel: { kind: 'source', purpose: 'cite' } });
};

/** Quotes the only source or asks which one; without any, the quotation itself asks for its source later. */
export const quoteSource = (editor: Editor, { ui }: EditorContext): void => {
  const { sources } = ui.getState();
  if (sources.length > 1) ui.setState({ panel: { kind: 'source', purpose: 'quote' } });
  else quote(editor, sources[0]?.id ?? null);
};
