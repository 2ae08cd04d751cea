import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { AllSelection, type EditorState, NodeSelection, Selection, TextSelection } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { Editor } from '@tiptap/react';
import { entryAt, type OutlineEntry } from '../../core/document/outline.ts';
import { wordsBetween } from '../../core/document/text.ts';

/** How many words are selected; null where the selection is a caret or a block as a whole. */
export const selectedWordsOf = ({ doc, selection }: EditorState): number | null => {
  const { empty, from, to } = selection;
  const ofText = selection instanceof TextSelection || selection instanceof AllSelection;
  return empty || !ofText ? null : wordsBetween(doc, from, to);
};

const selectionOf = (doc: ProseMirrorNode, kind: OutlineEntry['kind'], at: number): Selection =>
  kind === 'figure' || kind === 'embed' || kind === 'recording'
    ? NodeSelection.create(doc, at)
    : Selection.near(doc.resolve(at + 1));

/** Keeps the places of an outline true between two readings of the document. */
export type OutlinePlaces = {
  /** The document was read anew: the outline's places are where they say. */
  readonly begin: () => void;
  /** The document changed since. Runs at each key press and only keeps the change. */
  readonly follow: (mapping: Mapping) => void;
  /** The entry that the caret is in, by its index. */
  readonly current: (outline: readonly OutlineEntry[]) => number;
  readonly goTo: (entry: OutlineEntry) => void;
  /** Where something that was read is now; null when it is gone. */
  readonly now: <T extends { readonly from: number; readonly to: number }>(place: T) => T | null;
};

/** For one editor. */
export const outlinePlaces = (editor: Editor): OutlinePlaces => {
  let since = new Mapping();
  return {
    begin: () => {
      since = new Mapping();
    },
    follow: (mapping) => since.appendMapping(mapping),
    current: (outline) =>
      entryAt(
        outline.map((entry) => ({ ...entry, from: since.map(entry.from), to: since.map(entry.to, -1) })),
        editor.state.selection.from,
      ),
    goTo: ({ kind, from }) => {
      const { view, state } = editor;
      const at = since.mapResult(from, 1);
      if (at.deleted || editor.isDestroyed) return;
      view.dispatch(state.tr.setSelection(selectionOf(state.doc, kind, at.pos)));
      view.focus();
      const place = view.nodeDOM(at.pos);
      if (place instanceof HTMLElement) place.scrollIntoView({ block: 'start' });
    },
    now: (place) => {
      const from = since.mapResult(place.from, 1);
      const to = since.mapResult(place.to, -1);
      return from.deletedAfter && place.from < place.to
        ? null
        : { ...place, from: from.pos, to: Math.max(from.pos, to.pos) };
    },
  };
};
