import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inverseOf } from '../../../core/document/editing/footnotes.ts';
import type { Edit } from '../../../core/document/post.ts';
import { schema } from '../../../core/document/schema.ts';
import { arbitraryDocument } from '../../../core/document/testing/arbitrary-document.ts';
import { documentOf } from '../../../core/document/testing/documents.ts';
import { undoStepsOf } from './journaled-steps.ts';
import { canRedo, canUndo, kindOf, redo, startUndoStep, undo, undoHistory, withEarlier } from './undo-history.ts';

/** A post that is written in one session after another, with its journal on "disk". */
const desk = (first: ProseMirrorNode) => {
  const journal: string[] = [];
  let now = 1_000_000;
  const open = (doc: ProseMirrorNode, complete: boolean): EditorState =>
    EditorState.create({ doc, plugins: [undoHistory({ complete })] });
  let state = open(first, true);

  const dispatch = (transaction: Transaction): void => {
    state = state.apply(transaction.setTime(now));
    transaction.steps.forEach((step, index) => {
      const doc = transaction.docs[index];
      if (!doc) throw new Error('A step without its document');
      const kind = index === 0 ? kindOf(transaction) : 'more';
      journal.push(
        JSON.stringify({ step: step.toJSON(), inverse: inverseOf(step, doc).toJSON(), kind } satisfies Edit),
      );
    });
  };
  const read = (from = 0): void => {
    const edits = journal.slice(from).map((edit) => JSON.parse(edit) as Edit);
    dispatch(withEarlier(state, undoStepsOf(edits, schema)));
  };
  return {
    dispatch,
    read,
    journal,
    rest: (milliseconds = 1000): void => {
      now += milliseconds;
    },
    /** Closes the window and opens the post again, with the history still on disk. */
    reopen: (): void => {
      state = open(schema.nodeFromJSON(JSON.parse(JSON.stringify(state.doc))), false);
    },
    undo: (): boolean => undo(state, dispatch),
    redo: (): boolean => redo(state, dispatch),
    get state(): EditorState {
      return state;
    },
  };
};

type Desk = ReturnType<typeof desk>;

const undoAll = (at: Desk): number => {
  let steps = 0;
  while (at.undo()) steps += 1;
  return steps;
};

/** What a writer does; numbers pick places, as parts of a thousand. */
type Deed =
  | { readonly kind: 'type'; readonly text: string; readonly at: number }
  | { readonly kind: 'delete' | 'bold'; readonly from: number; readonly to: number }
  | { readonly kind: 'split' | 'relabel'; readonly at: number }
  | { readonly kind: 'rest' | 'undo' | 'redo' | 'restart' };

const part = fc.integer({ min: 0, max: 999 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.string({ maxLength: 6 }), at: part }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'bold' as const), from: part, to: part }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('split' as const, 'relabel' as const), at: part }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('rest' as const, 'undo' as const, 'undo' as const, 'redo' as const, 'restart' as const),
    }),
  },
);

const selectionIn = (doc: ProseMirrorNode, share: number): Selection =>
  Selection.near(doc.resolve(Math.floor((doc.content.size * share) / 1000)));
const placeIn = (doc: ProseMirrorNode, share: number): number => selectionIn(doc, share).head;

const perform = (at: Desk, task: Deed, restart: () => void): void => {
  const { doc, tr } = at.state;
  if (task.kind === 'type') {
    at.dispatch(tr.setSelection(selectionIn(doc, task.at)));
    for (const letter of task.text) at.dispatch(at.state.tr.insertText(letter));
  } else if (task.kind === 'delete' || task.kind === 'bold') {
    const [from = 0, to = 0] = [placeIn(doc, task.from), placeIn(doc, task.to)].sort((a, b) => a - b);
    const bold = schema.marks.bold?.create();
    if (task.kind === 'delete') at.dispatch(tr.deleteRange(from, to));
    else if (bold) at.dispatch(tr.addMark(from, to, bold));
  } else if (task.kind === 'split') {
    const $at = doc.resolve(placeIn(doc, task.at));
    if ($at.parent.type.name === 'paragraph') at.dispatch(tr.split($at.pos));
  } else if (task.kind === 'relabel') {
    at.dispatch(tr.setNodeAttribute(doc.child(0).nodeSize, 'label', `label ${task.at}`));
  } else if (task.kind === 'rest') {
    at.rest();
  } else if (task.kind === 'restart') {
    at.rest();
    restart();
  } else {
    at[task.kind]();
  }
};

const letters = (at: Desk, text: string): void => {
  for (const letter of text) at.dispatch(at.state.tr.insertText(letter));
};

const blank = documentOf({ type: 'paragraph' });
const writing = (): Desk => {
  const at = desk(blank);
  at.dispatch(at.state.tr.setSelection(TextSelection.atEnd(blank)));
  return at;
};

/** Milliseconds: many documents, also on a busy machine. */
const slow = { timeout: 60_000 };

describe('undo over restarts', () => {
  test('does what it would have done without them, leads back to the first document and on to the last', slow, () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.array(deed, { maxLength: 40 }), (json, deeds) => {
        const first = documentOf(json);
        const restarted = desk(first);
        const stayed = desk(first);
        for (const task of deeds) {
          perform(stayed, task, () => stayed.dispatch(startUndoStep(stayed.state.tr)));
          perform(restarted, task, () => {
            restarted.reopen();
            restarted.read();
          });
          expect(restarted.state.doc.eq(stayed.state.doc)).toBe(true);
        }
        const last = restarted.state.doc;
        restarted.reopen();
        restarted.read();
        const steps = undoAll(restarted);
        expect(restarted.state.doc.eq(first)).toBe(true);
        restarted.reopen();
        restarted.read();
        for (let step = 0; step < steps; step += 1) expect(restarted.redo()).toBe(true);
        expect(restarted.state.doc.eq(last)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('takes words typed without a rest back together, in this session and in the next', () => {
    const at = writing();
    letters(at, 'Boats ');
    at.rest();
    letters(at, 'leave.');
    at.reopen();
    at.read();
    at.undo();
    expect(at.state.doc.textContent).toBe('Boats ');
    at.reopen();
    at.read();
    at.redo();
    expect(at.state.doc.textContent).toBe('Boats leave.');
    at.undo();
    at.undo();
    expect([at.state.doc.textContent, canUndo(at.state), canRedo(at.state)]).toEqual(['', false, true]);
  });

  test('finds the earlier steps below what was written before they were read', () => {
    const at = writing();
    letters(at, 'One');
    at.reopen();
    const until = at.journal.length;
    expect(canUndo(at.state)).toBe(true);
    at.dispatch(at.state.tr.setSelection(TextSelection.atEnd(at.state.doc)));
    letters(at, ' two');
    at.undo();
    letters(at, ' three');
    const edits = at.journal.slice(0, until).map((edit) => JSON.parse(edit) as Edit);
    at.dispatch(withEarlier(at.state, undoStepsOf(edits, schema)));
    expect(at.state.doc.textContent).toBe('One three');
    at.undo();
    expect(at.state.doc.textContent).toBe('One');
    at.undo();
    expect([at.state.doc.textContent, canUndo(at.state)]).toEqual(['', false]);
  });

  test('reaches as far as the journal, which may begin amid an undo step', () => {
    const at = writing();
    letters(at, 'Boats');
    at.rest();
    letters(at, ' leave');
    at.undo();
    at.redo();
    at.reopen();
    at.read(3);
    at.undo();
    at.undo();
    expect([at.state.doc.textContent, canUndo(at.state)]).toEqual(['Boa', false]);
  });

  test('never takes back what does not belong to the text, nor lets in what the schema refuses', () => {
    const moved = writing();
    letters(moved, 'Boats leave');
    moved.dispatch(moved.state.tr.delete(moved.state.selection.head - 11, moved.state.selection.head - 5));
    moved.journal.pop();
    moved.reopen();
    moved.read();
    const before = moved.state.doc;
    moved.undo();
    expect([moved.state.doc.eq(before), canUndo(moved.state), canRedo(moved.state)]).toEqual([true, false, false]);

    const hostile = writing();
    const linked = schema.text('x', [schema.mark('link', { href: 'https://a.example/' })]);
    hostile.dispatch(hostile.state.tr.replaceSelectionWith(linked, false));
    hostile.rest();
    hostile.dispatch(hostile.state.tr.delete(hostile.state.selection.head - 1, hostile.state.selection.head));
    hostile.reopen();
    hostile.journal.push(String(hostile.journal.pop()).replaceAll('https://a.example/', 'javascript:alert(1)'));
    hostile.read();
    hostile.undo();
    expect([hostile.state.doc.textContent, canUndo(hostile.state)]).toEqual(['', false]);
  });

  test('ends at an edit that cannot be read', () => {
    const at = writing();
    letters(at, 'One');
    at.rest();
    letters(at, ' two');
    at.journal[0] = JSON.stringify({ step: { stepType: 'gone' }, inverse: { stepType: 'gone' }, kind: 'new' });
    at.reopen();
    at.read();
    expect(undoAll(at)).toBe(2);
    expect(at.state.doc.textContent).toBe('O');
  });
});

describe('undo steps', () => {
  test('end with a rest, another place, or when asked to; a composition and what is appended belong together', () => {
    const at = writing();
    letters(at, 'ab');
    at.dispatch(startUndoStep(at.state.tr.insertText('c')));
    at.rest();
    at.dispatch(at.state.tr.insertText('d').setMeta('composition', 'field 1'));
    at.rest();
    at.dispatch(at.state.tr.insertText('e').setMeta('composition', 'field 1'));
    at.dispatch(at.state.tr.insertText('f', 1));
    const texts: string[] = [];
    while (at.undo()) texts.push(at.state.doc.textContent);
    expect(texts).toEqual(['abcde', 'abc', 'ab', '']);
  });

  test('put the selection back that was there before', () => {
    const at = writing();
    letters(at, 'Boats');
    at.rest();
    const { head } = at.state.selection;
    at.dispatch(at.state.tr.setSelection(TextSelection.create(at.state.doc, head - 3, head)));
    at.dispatch(at.state.tr.deleteSelection());
    at.undo();
    expect([at.state.selection.from, at.state.selection.to]).toEqual([head - 3, head]);
  });
});
