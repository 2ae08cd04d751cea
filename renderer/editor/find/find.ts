import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Finder,
  type FindQuery,
  finderOf,
  linesOf,
  type Match,
  replaceMatches,
} from '../../../core/document/find.ts';
import { ok, type Result, type Trouble } from '../../../core/trouble.ts';
import { scrollerOf } from '../caret-in-sight.ts';
import { afterRest, windowClock } from '../rest.ts';
import { startUndoStep } from '../undo/undo-history.ts';
import { createExpressionSearcher } from './expression-search.ts';
import { markMatches } from './find-marks.ts';

/** What the find bar says. */
export type Found = {
  readonly count: number;
  /** The match that is selected, from 1; null while none is. */
  readonly current: number | null;
  /** How many were replaced at once; null until then, and again with the next search. */
  readonly replaced: number | null;
  readonly trouble: Trouble | null;
};

/** Finding in one open post, from the bar's opening to its closing. */
export type Find = {
  readonly found: StoreApi<Found>;
  /** Looks for something, and selects the first match after the caret. */
  readonly search: (query: FindQuery) => void;
  /** Selects the next match (1) or the one before (-1); goes round at the ends. */
  readonly go: (direction: 1 | -1) => void;
  /** Replaces the selected match and goes on to the next; without a selected match it only goes there. */
  readonly replace: (replacement: string) => void;
  /** Replaces every match in one undo step. */
  readonly replaceAll: (replacement: string) => void;
  /** Takes the marks away. The selection stays. */
  readonly close: () => void;
};

/** After typing, a search over the whole post waits for this rest, in milliseconds. */
const restBeforeSearch = 250;

/** Matches are marked this far before and after what is in sight, in document positions. */
const around = 4000;

/** Room between a match and the edges of what is in sight, in pixels. */
const margin = 24;

/** A match is brought to this part of the height. */
const eyeLevel = 0.35;

/** Blocks that were never in sight are as high as they look only once they are: the place is corrected so often. */
const corrections = 3;

const nothing: Found = { count: 0, current: null, replaced: null, trouble: null };

/** The index of the first match that begins at this position or after it. */
const firstFrom = (matches: readonly Match[], position: number): number => {
  let [low, high] = [0, matches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.from ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Begins finding in a post. `covered` is how much of the text the bar hides at the top, in pixels. */
export const openFind = (editor: Editor, covered: () => number): Find => {
  const { view } = editor;
  const found = createStore<Found>(() => nothing);
  const scroller = scrollerOf(view);
  const expressions = createExpressionSearcher();
  let query: FindQuery | null = null;
  let finder: Finder | null = null;
  let searched: ProseMirrorNode | null = null;
  let matches: readonly Match[] = [];
  let marked: { readonly from: number; readonly to: number; readonly current: Match | undefined } | null = null;
  // Where the writer began: each letter of the query looks on from there.
  let origin = editor.state.selection.from;
  let frame = 0;

  const current = (): Match | undefined => {
    const { from, to } = editor.state.selection;
    const match = matches[firstFrom(matches, from)];
    return searched === editor.state.doc && match?.from === from && match.to === to ? match : undefined;
  };

  const say = (): void => {
    const match = current();
    const next = match ? firstFrom(matches, match.from) + 1 : null;
    const now = found.getState();
    if (now.count !== matches.length || now.current !== next) found.setState({ count: matches.length, current: next });
  };

  const inSight = (): { readonly from: number; readonly to: number } => {
    const text = view.dom.getBoundingClientRect();
    const box = (scroller ?? view.dom).getBoundingClientRect();
    const left = text.left + text.width / 2;
    const at = (top: number) =>
      view.posAtCoords({ left, top: Math.max(text.top + 1, Math.min(top, text.bottom - 1)) })?.pos;
    return { from: at(box.top) ?? 0, to: at(box.bottom) ?? editor.state.doc.content.size };
  };

  const mark = (): void => {
    if (searched !== editor.state.doc) return;
    const sight = inSight();
    const match = current();
    if (marked && marked.current === match && marked.from <= sight.from && marked.to >= sight.to) return;
    marked = { from: sight.from - around, to: sight.to + around, current: match };
    const near = matches.slice(firstFrom(matches, marked.from), firstFrom(matches, marked.to));
    view.dispatch(markMatches(editor.state.tr, match && !near.includes(match) ? [...near, match] : near, match));
  };

  const show = (): void => {
    say();
    mark();
  };

  const answerFor = async (doc: ProseMirrorNode): Promise<Result<readonly Match[]> | null> => {
    if (query === null || finder === null) return ok([]);
    return query.regularExpression ? expressions.search(query, linesOf(doc)) : finder(doc);
  };

  /** Searches the document as it is now, if that was not done yet. False when something else came between. */
  const look = async (): Promise<boolean> => {
    const { doc } = editor.state;
    if (searched === doc) return true;
    const asked = query;
    const answer = await answerFor(doc);
    if (answer === null || asked !== query || editor.isDestroyed || editor.state.doc !== doc) return false;
    searched = doc;
    marked = null;
    matches = answer.ok ? answer.value : [];
    if (finder) found.setState({ trouble: answer.ok ? null : answer.error });
    return true;
  };

  const bringIntoSight = (match: Match, left = corrections): void => {
    if (scroller === null || editor.isDestroyed || match.to > editor.state.doc.content.size) return;
    const at = view.coordsAtPos(match.from);
    const box = scroller.getBoundingClientRect();
    if (at.top >= box.top + covered() + margin && at.bottom <= box.bottom - margin) return;
    scroller.scrollTop += at.top - (box.top + box.height * eyeLevel);
    if (left > 0) requestAnimationFrame(() => bringIntoSight(match, left - 1));
  };

  const select = (match: Match): void => {
    view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, match.from, match.to)));
    bringIntoSight(match);
    show();
  };

  const go = async (direction: 1 | -1): Promise<void> => {
    if (!(await look())) return;
    const { from } = editor.state.selection;
    const next = firstFrom(matches, from);
    const index = direction === -1 ? next - 1 : current() ? next + 1 : next;
    const match = matches.at(index % matches.length);
    if (match === undefined) {
      show();
      return;
    }
    origin = match.from;
    select(match);
  };

  const search = async (asked: FindQuery): Promise<void> => {
    const made = finderOf(asked);
    query = asked;
    finder = made.ok ? made.value : null;
    searched = null;
    found.setState({ replaced: null, trouble: made.ok ? null : made.error });
    if (!(await look())) return;
    const first = matches[firstFrom(matches, origin)] ?? matches[0];
    if (first) select(first);
    else show();
  };

  const replace = async (replacement: string): Promise<void> => {
    if (!(await look())) return;
    const match = current();
    if (match && query && editor.isEditable) {
      const tr = startUndoStep(replaceMatches(editor.state.tr, [match], query, replacement));
      view.dispatch(tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(match.to))));
    }
    await go(1);
  };

  const replaceAll = async (replacement: string): Promise<void> => {
    if (!(await look()) || query === null || matches.length === 0 || !editor.isEditable) return;
    const count = matches.length;
    view.dispatch(startUndoStep(replaceMatches(editor.state.tr, matches, query, replacement)));
    if (await look()) show();
    found.setState({ replaced: count });
  };

  const rest = afterRest(windowClock, restBeforeSearch, async () => {
    if (await look()) show();
  });
  const onTransaction = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
    if (transaction.docChanged) rest.disturb();
    else if (searched === editor.state.doc) say();
  };
  const onScroll = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  editor.on('transaction', onTransaction);
  scroller?.addEventListener('scroll', onScroll, { passive: true });

  return {
    found,
    search: (asked) => void search(asked),
    go: (direction) => void go(direction),
    replace: (replacement) => void replace(replacement),
    replaceAll: (replacement) => void replaceAll(replacement),
    close: () => {
      rest.cancel();
      query = null;
      expressions.stop();
      cancelAnimationFrame(frame);
      editor.off('transaction', onTransaction);
      scroller?.removeEventListener('scroll', onScroll);
      if (!editor.isDestroyed) view.dispatch(markMatches(editor.state.tr, [], undefined));
    },
  };
};
