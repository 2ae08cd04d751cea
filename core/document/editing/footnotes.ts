import type { Node as ProseMirrorNode, ResolvedPos } from '@tiptap/pm/model';
import { type Command, NodeSelection, Plugin, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { AddMarkStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform';
import { isNote } from '../note.ts';

/** Backspace (-1) or Delete (1) beside a note that says something selects it first: its words are not seen in the text. */
export const selectNoteBeside =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    const caret = state.selection instanceof TextSelection ? state.selection.$cursor : null;
    const note = side < 0 ? caret?.nodeBefore : caret?.nodeAfter;
    if (!caret || !note || !isNote(note) || note.content.size === 0) return false;
    const at = side < 0 ? caret.pos - note.nodeSize : caret.pos;
    dispatch?.(state.tr.setSelection(NodeSelection.create(state.doc, at)).scrollIntoView());
    return true;
  };

/** Enter in a note goes on in the text after it: a note is one line. */
export const leaveNote: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if (!isNote($head.parent)) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $head.after())).scrollIntoView());
  return true;
};

/** Whether a line of text has notes. */
export const hasNotes = (line: ProseMirrorNode): boolean => line.children.some(isNote);

/** What a note says where it cannot be one: in brackets after the words that it belongs to. */
const spelledOut = (note: ProseMirrorNode): string => (note.textContent.trim() ? ` [${note.textContent}]` : '');

/** Writes the notes between two positions out as text, for places that take no notes. */
export const spellOutNotes = (tr: Transaction, from: number, to: number): Transaction => {
  const notes: { readonly node: ProseMirrorNode; readonly at: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, at) => {
    if (isNote(node)) notes.push({ node, at });
    return !isNote(node);
  });
  for (const { node, at } of notes.toReversed()) {
    const words = spelledOut(node);
    if (words === '') tr.delete(at, at + node.nodeSize);
    else tr.replaceWith(at, at + node.nodeSize, tr.doc.type.schema.text(words));
  }
  return tr;
};

/** Whether a range holds more than words of this note. */
const goesOver = (from: number, to: number, at: number, note: ProseMirrorNode): boolean =>
  from <= at || to >= at + note.nodeSize;

const touchesNote = (doc: ProseMirrorNode, from: number, to: number): boolean => {
  let touches = false;
  doc.nodesBetween(from, to, (node) => {
    touches ||= isNote(node);
    return !touches;
  });
  return touches;
};

/**
 * What takes a step back that was made on `doc`, exactly. ProseMirror gives a format that a note lacks to
 * the words in it, and its own inverse would take it from those that had it before.
 */
export const inverseOf = (step: Step, doc: ProseMirrorNode): Step =>
  (step instanceof AddMarkStep || step instanceof RemoveMarkStep) && touchesNote(doc, step.from, step.to)
    ? new ReplaceStep(step.from, step.to, doc.slice(step.from, step.to))
    : step.invert(doc);

/** Notes that a change of formats went over as it went over the text around them, and what they were before. */
const formattedNotes = (transactions: readonly Transaction[]): ReadonlyMap<number, ProseMirrorNode> => {
  const before = new Map<number, ProseMirrorNode>();
  for (const { steps, docs } of transactions) {
    if (!steps.every((step) => step instanceof AddMarkStep || step instanceof RemoveMarkStep)) continue;
    const [doc] = docs;
    for (const { from, to } of steps) {
      doc?.nodesBetween(from, to, (node, at) => {
        if (isNote(node) && goesOver(from, to, at, node) && !before.has(at)) before.set(at, node);
        return !isNote(node);
      });
    }
  }
  return before;
};

/** Both ends outside of the notes that they stand in; null where each end stays, or both are in the same note. */
const aroundNotes = ({ $anchor, $head }: Selection): readonly [number, number] | null => {
  if ($anchor.sameParent($head) || !(isNote($anchor.parent) || isNote($head.parent))) return null;
  const forwards = $anchor.pos < $head.pos;
  const outside = ($at: ResolvedPos, after: boolean): number =>
    isNote($at.parent) ? (after ? $at.after() : $at.before()) : $at.pos;
  return [outside($anchor, !forwards), outside($head, forwards)];
};

/**
 * Keeps a note whole. Formats, links and citations that are given to a stretch of text end at the notes in it: a note stands
 * beside the text, and a link in a link leads nowhere. A selection that reaches into a note takes all of it. Looks at
 * nothing but changes of formats and the two ends of the selection.
 */
export const wholeNotes = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, _before, state) => {
      const formatted = formattedNotes(transactions.filter(({ docChanged }) => docChanged));
      const around = state.selection instanceof TextSelection ? aroundNotes(state.selection) : null;
      if (formatted.size === 0 && around === null) return null;
      const { tr } = state;
      for (const [at, note] of formatted) {
        const now = tr.doc.nodeAt(at);
        if (now && isNote(now) && !now.eq(note)) tr.replaceWith(at, at + now.nodeSize, note);
      }
      if (around) tr.setSelection(TextSelection.create(tr.doc, ...around));
      return tr.docChanged || tr.selectionSet ? tr : null;
    },
  });
