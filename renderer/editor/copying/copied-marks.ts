import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { checkedTexts } from '../../../core/checks/copying/checked-text.ts';
import type { Span } from '../../../core/checks/copying/copied-runs.ts';
import type { Copied } from '../../../core/checks/copying/copy-check.ts';
import type { Source } from '../../../core/sources/source.ts';
import { afterRest, windowClock } from '../rest.ts';
import type { CopyChecker } from './copy-checker.ts';

/** Milliseconds of rest before the text is compared with its sources. */
const restBeforeCheck = 700;

type Options = {
  readonly checker: CopyChecker;
  readonly enabled: () => boolean;
  /** How many words a run has at least to be told. */
  readonly minimum: () => number;
  readonly sources: () => readonly Source[];
  /** What was found in the document as it is now. */
  readonly onFound: (copied: readonly Copied[]) => void;
};

/** What was found, moved along with what was written since, and how it is drawn. */
type Marks = { readonly copied: readonly Copied[]; readonly drawn: DecorationSet };

const nothing: Marks = { copied: [], drawn: DecorationSet.empty };

const marks = new PluginKey<Marks>('copiedMarks');

/** What the copy check found last, at its places in the document as it is now. */
export const copiedWords = (state: EditorState): readonly Copied[] => (marks.getState(state) ?? nothing).copied;

/** The word that the caret is in or at an end of; null while words are selected. */
const wordAtCaret = ({ selection: { $head, empty } }: EditorState): Span | null => {
  if (!empty || !$head.parent.isTextblock) return null;
  const line = $head.parent.textBetween(0, $head.parent.content.size, '', '\ufffc');
  const before = /[\p{L}\p{N}\p{M}'’]*$/u.exec(line.slice(0, $head.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}'’]*/u.exec(line.slice($head.parentOffset))?.[0].length ?? 0;
  return { from: $head.pos - before, to: $head.pos + after };
};

/** A stretch without the word that is being written. */
const without = ({ from, to }: Span, word: Span | null): readonly Span[] => {
  if (word === null || word.to < from || word.from > to) return [{ from, to }];
  const pieces = [
    { from, to: Math.min(to, word.from) },
    { from: Math.max(from, word.to), to },
  ];
  return pieces.filter((piece) => piece.from < piece.to);
};

const drawn = (state: EditorState, copied: readonly Copied[]): DecorationSet => {
  const word = wordAtCaret(state);
  const pieces = copied.flatMap((run) => without(run, word));
  return DecorationSet.create(
    state.doc,
    pieces.map(({ from, to }) => Decoration.inline(from, to, { class: 'copied-words' })),
  );
};

const moved = ({ copied, drawn: before }: Marks, tr: Transaction): Marks => ({
  copied: copied
    .map((run) => ({ ...run, from: tr.mapping.map(run.from, 1), to: tr.mapping.map(run.to, -1) }))
    .filter(({ from, to }) => from < to),
  drawn: before.map(tr.mapping, tr.doc),
});

/** The copy check of one editor. */
export type CopiedMarks = {
  readonly extension: Extension;
  /** Looks again once typing rests: sources or settings are other ones. */
  readonly again: () => void;
};

/**
 * Underlines what the summary repeats of its sources word for word, once typing rests, and never the word at the caret.
 * Between two looks the underlines move along with what is written.
 */
export const copiedMarks = ({ checker, enabled, minimum, sources, onFound }: Options): CopiedMarks => {
  let view: EditorView | null = null;

  const check = async (): Promise<void> => {
    const { doc } = view?.state ?? {};
    if (doc === undefined) return;
    const asked = enabled() ? sources().filter(({ article }) => article !== null) : [];
    const question = { minimum: minimum(), texts: checkedTexts(doc), sources: asked };
    const copied = asked.length > 0 ? await checker.check(question) : [];
    // Something newer is being written or looked for: another rest follows.
    if (copied === null || view === null || view.state.doc !== doc) return;
    const before = marks.getState(view.state);
    if (copied.length === 0 && (before === undefined || before.copied.length === 0)) return;
    const found: Marks = { copied, drawn: drawn(view.state, copied) };
    view.dispatch(view.state.tr.setMeta(marks, found).setMeta('addToHistory', false));
    onFound(copied);
  };
  const rest = afterRest(windowClock, restBeforeCheck, () => void check());

  const plugin = new Plugin<Marks>({
    key: marks,
    state: {
      init: () => nothing,
      apply: (tr, before) => {
        const found = tr.getMeta(marks) as Marks | undefined;
        if (found !== undefined) return found;
        return tr.docChanged && before.copied.length > 0 ? moved(before, tr) : before;
      },
    },
    props: { decorations: (state) => marks.getState(state)?.drawn },
    view: (opened) => {
      view = opened;
      rest.disturb();
      return {
        update: ({ state }, before) => {
          const wentElsewhere = !state.selection.eq(before.selection) && copiedWords(state).length > 0;
          if (state.doc !== before.doc || wentElsewhere) rest.disturb();
        },
        destroy: () => {
          view = null;
          rest.cancel();
          checker.stop();
        },
      };
    },
  });
  return {
    extension: Extension.create({ name: 'copiedMarks', addProseMirrorPlugins: () => [plugin] }),
    again: rest.disturb,
  };
};
