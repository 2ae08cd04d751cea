import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import {
  type Command,
  type EditorState,
  Plugin,
  PluginKey,
  Selection,
  type SelectionBookmark,
  type Transaction,
} from '@tiptap/pm/state';
import { type Mapping, type Step, Transform } from '@tiptap/pm/transform';
import { inverseOf } from '../../../core/document/editing/footnotes.ts';
import type { EditKind } from '../../../core/document/post.ts';

/** What one undo takes back. */
export type UndoStep = {
  /** Take the changes back: in the order in which the changes were made, so the last one is applied first. */
  readonly inverses: readonly Step[];
  /** The changes themselves, when they were read from the journal: only a text that they lead to is taken back. */
  readonly made: readonly Step[] | null;
  /** What was selected before the changes; null when nobody remembers. */
  readonly selection: SelectionBookmark | null;
};

/** Two stacks, newest last. Every change of the document is in them, so each step fits the text that it is met with. */
export type UndoSteps = { readonly done: readonly UndoStep[]; readonly undone: readonly UndoStep[] };

type UndoHistory = UndoSteps & {
  /** False while the journal of earlier sessions was not read: there may be more below. */
  readonly complete: boolean;
  /** The newest step while it can still grow: where and when it was changed last. */
  readonly growing: { readonly ranges: readonly number[]; readonly time: number; readonly composition: unknown } | null;
};

/** Milliseconds after which typing on is a new undo step. */
const pause = 500;
/** How many undo steps are kept. */
const depth = 1000;

const key = new PluginKey<UndoHistory>('undoHistory');
const ownStep = new PluginKey<true>('ownUndoStep');

type Taken = { readonly history: UndoHistory; readonly kind: 'undo' | 'redo' | null };

const takenIn = (transaction: Transaction): Taken | undefined => transaction.getMeta(key) as Taken | undefined;

const kinds = new WeakMap<Transaction, EditKind>();

/** How undo took an applied transaction, for the journal. */
export const kindOf = (transaction: Transaction): EditKind => kinds.get(transaction) ?? 'new';

/** Makes an undo step of its own of what this transaction changes, however soon it follows. */
export const startUndoStep = (transaction: Transaction): Transaction => transaction.setMeta(ownStep, true);

/** Whether a transaction was made an undo step of its own. */
export const startsUndoStep = (transaction: Transaction): boolean => transaction.getMeta(ownStep) === true;

/** The inverses with one more; typed letters become one step. */
export const withInverse = (inverses: readonly Step[], next: Step): readonly Step[] => {
  const last = inverses.at(-1);
  const joined = last && next.merge(last);
  return joined ? [...inverses.slice(0, -1), joined] : [...inverses, next];
};

const inversesFrom = ({ steps, docs }: Transform, first: number, known: readonly Step[]): readonly Step[] => {
  let inverses = known;
  for (let index = first; index < steps.length; index += 1) {
    const [step, doc] = [steps[index], docs[index]];
    if (step && doc) inverses = withInverse(inverses, inverseOf(step, doc));
  }
  return inverses;
};

/** The ranges, as pairs, that the last change with any left in the document. */
const changedRanges = ({ maps }: Mapping): readonly number[] => {
  const ranges: number[] = [];
  for (let index = maps.length - 1; index >= 0 && ranges.length === 0; index -= 1) {
    maps[index]?.forEach((_from, _to, from, to) => {
      ranges.push(from, to);
    });
  }
  return ranges;
};

const touches = (transaction: Transaction, ranges: readonly number[]): boolean => {
  let adjacent = false;
  transaction.mapping.maps[0]?.forEach((start, end) => {
    for (let index = 0; index < ranges.length; index += 2) {
      if (start <= Number(ranges[index + 1]) && end >= Number(ranges[index])) adjacent = true;
    }
  });
  return adjacent;
};

const goesOn = (history: UndoHistory, transaction: Transaction): boolean => {
  const { growing } = history;
  if (growing === null || history.done.length === 0) return false;
  const root = transaction.getMeta('appendedTransaction') as Transaction | undefined;
  if (root?.docChanged || transaction.getMeta('addToHistory') === false) return true;
  const composition: unknown = transaction.getMeta('composition');
  if (composition !== undefined && composition === growing.composition) return true;
  return transaction.time - growing.time <= pause && touches(transaction, growing.ranges);
};

const record = (before: UndoHistory, transaction: Transaction, state: EditorState): UndoHistory => {
  const taken = takenIn(transaction);
  if (taken) {
    if (taken.kind) kinds.set(transaction, taken.kind);
    return taken.history;
  }
  const history = transaction.getMeta(ownStep) ? { ...before, growing: null } : before;
  if (!transaction.docChanged) return history;
  const more = goesOn(history, transaction);
  kinds.set(transaction, more ? 'more' : 'new');
  const last = more ? history.done.at(-1) : undefined;
  const step: UndoStep = {
    inverses: inversesFrom(transaction, 0, last?.inverses ?? []),
    made: null,
    selection: last ? last.selection : state.selection.getBookmark(),
  };
  const composition: unknown = transaction.getMeta('composition') ?? history.growing?.composition;
  return {
    ...history,
    done: [...(more ? history.done.slice(0, -1) : history.done.slice(-depth)), step],
    undone: [],
    growing: { ranges: changedRanges(transaction.mapping), time: transaction.time, composition },
  };
};

/** Whether a step belongs to this text: taken back and made again it gives the same text. What is not ours may be hostile. */
const fits = ({ inverses, made }: UndoStep, doc: ProseMirrorNode): boolean => {
  if (made === null) return true;
  const transform = new Transform(doc);
  const applies = (step: Step): boolean => transform.maybeStep(step).failed === null;
  try {
    if (!inverses.toReversed().every(applies)) return false;
    transform.doc.check();
    return made.every(applies) && transform.doc.eq(doc);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

const ofThisSession = (steps: readonly UndoStep[]): readonly UndoStep[] => steps.filter(({ made }) => made === null);

const take =
  (kind: 'undo' | 'redo'): Command =>
  (state, dispatch) => {
    const history = key.getState(state);
    const [from, to] = kind === 'undo' ? (['done', 'undone'] as const) : (['undone', 'done'] as const);
    const step = history?.[from].at(-1);
    if (!history || !step) return false;
    if (!dispatch) return true;
    const { tr } = state;
    if (!fits(step, tr.doc)) {
      const kept = { done: ofThisSession(history.done), undone: ofThisSession(history.undone) };
      dispatch(tr.setMeta(key, { history: { ...history, ...kept }, kind: null } satisfies Taken));
      return true;
    }
    const selection = tr.selection.getBookmark();
    const first = tr.steps.length;
    for (const inverse of step.inverses.toReversed()) tr.step(inverse);
    const opposite: UndoStep = { inverses: inversesFrom(tr, first, []), made: null, selection };
    const next = { ...history, growing: null, [from]: history[from].slice(0, -1), [to]: [...history[to], opposite] };
    const at = changedRanges(tr.mapping).at(-1) ?? tr.selection.head;
    tr.setSelection(step.selection?.resolve(tr.doc) ?? Selection.near(tr.doc.resolve(at), -1));
    dispatch(tr.setMeta(key, { history: next, kind } satisfies Taken).scrollIntoView());
    return true;
  };

/** Takes the newest undo step back; false when there is none. */
export const undo = take('undo');

/** Makes again what was taken back last; false when there is nothing. */
export const redo = take('redo');

/** Whether earlier sessions may have left steps that were not read yet. */
export const awaitsEarlier = (state: EditorState): boolean => key.getState(state)?.complete === false;

/** Whether there is something to take back, or may be once the journal is read. */
export const canUndo = (state: EditorState): boolean =>
  (key.getState(state)?.done.length ?? 0) > 0 || awaitsEarlier(state);

/** Whether there is something to make again, or may be once the journal is read: what is written since ends that. */
export const canRedo = (state: EditorState): boolean => {
  const { done = [], undone = [] } = key.getState(state) ?? {};
  return undone.length > 0 || (done.length === 0 && awaitsEarlier(state));
};

/** The transaction that puts the steps of earlier sessions below those of this one. */
export const withEarlier = (state: EditorState, earlier: UndoSteps): Transaction => {
  const history = key.getState(state);
  if (!history || history.complete) return state.tr;
  const untouched = history.done.length === 0 && history.undone.length === 0;
  return state.tr.setMeta(key, {
    history: {
      ...history,
      done: [...earlier.done, ...history.done],
      // A change clears what could be made again.
      undone: untouched ? earlier.undone : history.undone,
      complete: true,
    },
    kind: null,
  } satisfies Taken);
};

/**
 * Undo and redo for one editor. Typing in one place goes on with the newest step until it rests; so do one composition,
 * one stay in a field, and what plugins append. Unlike ProseMirror's own history it leaves no change out, not even one
 * that asks for it: then the steps are the journal read backwards and outlive the window.
 */
export const undoHistory = ({ complete }: { readonly complete: boolean }): Plugin<UndoHistory> =>
  new Plugin<UndoHistory>({
    key,
    state: {
      init: () => ({ done: [], undone: [], complete, growing: null }),
      apply: (transaction, history, before) => record(history, transaction, before),
    },
  });
