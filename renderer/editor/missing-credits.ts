import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { CreditPlace } from '../../core/checks/missing-credits.ts';
import type { Override } from '../../core/document/post.ts';
import { afterRest, windowClock } from './rest.ts';
import { words } from './words.ts';

/** Milliseconds of rest before empty credits are looked for. */
const restBeforeLook = 700;

type Options = {
  readonly enabled: () => boolean;
  /** The writer's reasons to leave what checks find. */
  readonly overrides: () => readonly Override[];
};

const marks = new PluginKey<DecorationSet>('missingCredits');

const marked = ({ doc }: EditorState, places: readonly CreditPlace[]): DecorationSet =>
  DecorationSet.create(
    doc,
    places.map(({ from, to }) =>
      Decoration.node(from, to, {
        class: 'credit-missing',
        'data-missing': words('creditMissing'),
        'aria-description': words('creditMissing'),
      }),
    ),
  );

/** What is drawn: all but the credit that has the caret, which invites as every empty line does. */
const drawn = (state: EditorState): DecorationSet => {
  const all = marks.getState(state) ?? DecorationSet.empty;
  const { $head } = state.selection;
  if ($head.parent.type.name !== 'credit') return all;
  return all.remove(all.find($head.before(), $head.after()));
};

const samePlaces = (before: DecorationSet, places: readonly CreditPlace[]): boolean => {
  const known = before.find();
  return known.length === places.length && places.every(({ from }) => known.some((mark) => mark.from === from));
};

/** The marks of missing credits of one editor. */
export type MissingCredits = {
  readonly extension: Extension;
  /** Looks again once typing rests: settings or reasons are other ones. */
  readonly again: () => void;
};

/**
 * Marks the empty credits that the checks ask for, once typing rests and never the one that has the caret. A mark is the credit's own
 * line and no element of its own, so a click on it writes there.
 */
export const missingCreditMarks = ({ enabled, overrides }: Options): MissingCredits => {
  let view: EditorView | null = null;
  const look = async (): Promise<void> => {
    // The rules are not needed before the first rest.
    const { missingCredits } = await import('../../core/checks/missing-credits.ts');
    if (view === null || !view.editable || rest.awaited()) return;
    const { state } = view;
    const places = enabled() ? missingCredits(state.doc, overrides()) : [];
    if (samePlaces(marks.getState(state) ?? DecorationSet.empty, places)) return;
    view.dispatch(state.tr.setMeta(marks, marked(state, places)).setMeta('addToHistory', false));
  };
  const rest = afterRest(windowClock, restBeforeLook, () => void look());

  const plugin = new Plugin<DecorationSet>({
    key: marks,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) =>
        (tr.getMeta(marks) as DecorationSet | undefined) ??
        (tr.docChanged && before !== DecorationSet.empty ? before.map(tr.mapping, tr.doc) : before),
    },
    props: { decorations: drawn },
    view: (opened) => {
      view = opened;
      rest.disturb();
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) rest.disturb();
        },
        destroy: () => {
          view = null;
          rest.cancel();
        },
      };
    },
  });
  return {
    extension: Extension.create({ name: 'missingCredits', addProseMirrorPlugins: () => [plugin] }),
    again: rest.disturb,
  };
};
