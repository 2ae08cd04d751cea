import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Match } from '../../../core/document/find.ts';

const marks = new PluginKey<DecorationSet>('findMarks');

/**
 * Draws what was found. Marks move along with what is typed and are set anew by `markMatches` alone: while nothing is
 * looked for this costs nothing, and else as much as the few marks near the part in sight.
 */
export const findMarks = Extension.create({
  name: 'findMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key: marks,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, drawn) => {
          const anew = tr.getMeta(marks) as DecorationSet | undefined;
          return anew ?? (tr.docChanged ? drawn.map(tr.mapping, tr.doc) : drawn);
        },
      },
      props: { decorations: (state) => marks.getState(state) },
    }),
  ],
});

/** Marks these matches and no others, the current one more strongly. */
export const markMatches = (tr: Transaction, matches: readonly Match[], current: Match | undefined): Transaction => {
  const drawn = matches.map((match) =>
    Decoration.inline(
      match.from,
      match.to,
      { class: match === current ? 'find-match is-current' : 'find-match' },
      // For what draws the words in another way than as text.
      { findMatch: match === current ? 'current' : 'other' },
    ),
  );
  return tr.setMeta(marks, DecorationSet.create(tr.doc, drawn)).setMeta('addToHistory', false);
};
