import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import type { TextPlace } from '../../core/checks/check.ts';
import { fixText, type TextFix } from '../../core/checks/fix.ts';
import type { OutlinePlaces } from './outline-place.ts';
import { writeTranscript } from './transcripts.ts';
import { startUndoStep } from './undo/undo-history.ts';

type Document = Editor['state']['doc'];

/** A picture or video as a whole, or the end of what is written under it. */
const inBlock = (doc: Document, { from, part }: Extract<TextPlace, { readonly kind: 'block' }>): Selection => {
  const block = doc.nodeAt(from);
  if (!block || !NodeSelection.isSelectable(block)) return Selection.near(doc.resolve(from));
  if (part === undefined) return NodeSelection.create(doc, from);
  const end = part === 'credit' ? from + block.nodeSize - 2 : from + 1 + (block.firstChild?.nodeSize ?? 1) - 1;
  return TextSelection.create(doc, end);
};

/** The words of a line; where a place holds blocks, its first line. */
const inWords = (doc: Document, { from, to }: TextPlace): Selection => {
  const start = doc.resolve(from);
  return start.parent.inlineContent ? TextSelection.between(start, doc.resolve(to)) : Selection.near(start, 1);
};

/** What checks do in the text of one editor: go to what they found, and change it. */
export const checkedPlaces = (editor: Editor, places: Pick<OutlinePlaces, 'now'>) => ({
  goTo: (found: TextPlace): void => {
    const place = places.now(found);
    if (place === null || editor.isDestroyed) return;
    const { doc, tr } = editor.state;
    const selection = place.kind === 'block' ? inBlock(doc, place) : inWords(doc, place);
    editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
    editor.view.focus();
  },
  writeTranscript: (found: TextPlace, language: string): void => {
    const place = places.now(found);
    if (place?.kind === 'block' && !editor.isDestroyed) writeTranscript(editor, place.from, language);
  },
  fix: (found: TextPlace, fix: TextFix): void => {
    const place = places.now(found);
    if (place === null || editor.isDestroyed) return;
    const { tr } = editor.state;
    fixText(tr, place, fix);
    editor.view.dispatch(startUndoStep(tr));
  },
});
