import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type Command, type EditorState, Selection, TextSelection } from '@tiptap/pm/state';
import { type Direction, moveStretch } from './move-block.ts';

/** A section of the document: where it begins, and which of the sections it is, counted from 0. */
export type SectionPlace = { readonly at: number; readonly index: number; readonly node: ProseMirrorNode };

/** All sections, in order. */
export const sectionsOf = (doc: ProseMirrorNode): readonly SectionPlace[] => {
  const places: SectionPlace[] = [];
  doc.forEach((node, at) => {
    if (node.type.name === 'section') places.push({ at, index: places.length, node });
  });
  return places;
};

/** The section that holds the caret; null in the headline. Costs the same however long the document is. */
export const sectionAtCaret = ({ doc, selection: { $head } }: EditorState): SectionPlace | null =>
  $head.depth > 0 && $head.node(1).type.name === 'section'
    ? {
        at: $head.before(1),
        index: $head.index(0) - (doc.firstChild?.type.name === 'headline' ? 1 : 0),
        node: $head.node(1),
      }
    : null;

/** A free section with an empty heading after the one at `at`, at the end of the post without one; the caret goes to its heading. */
export const addSection =
  (at?: number): Command =>
  (state, dispatch) => {
    const { section, sectionHeading, paragraph } = state.schema.nodes;
    if (!section || !sectionHeading || !paragraph) return false;
    const before = at === undefined ? null : state.doc.nodeAt(at);
    const place = at === undefined || !before ? state.doc.content.size : at + before.nodeSize;
    const made = section.create({ kind: 'free' }, [sectionHeading.create(), paragraph.create()]);
    const tr = state.tr.insert(place, made);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, place + 2)).scrollIntoView());
    return true;
  };

/** Puts the caret into the heading of the section at `at`, and makes an empty one where there is none. */
export const enterSectionHeading =
  (at: number): Command =>
  (state, dispatch) => {
    const section = state.doc.nodeAt(at);
    const { sectionHeading } = state.schema.nodes;
    if (section?.type.name !== 'section' || !sectionHeading) return false;
    const { tr } = state;
    const has = section.firstChild?.type === sectionHeading;
    if (!has) tr.insert(at + 1, sectionHeading.create());
    const end = at + 2 + (has ? (section.firstChild?.content.size ?? 0) : 0);
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
    return true;
  };

/** Lets the section at `at` and its neighbour change places; the caret stays with its words. */
export const moveSection =
  (at: number, direction: Direction): Command =>
  (state, dispatch) => {
    const $at = state.doc.resolve(at);
    const [section, neighbour] = [$at.nodeAfter, state.doc.maybeChild($at.index() + (direction === 'up' ? -1 : 1))];
    if (section?.type.name !== 'section' || neighbour?.type !== section.type) return false;
    const to = at + section.nodeSize;
    const { tr } = state;
    moveStretch(tr, { from: at, to }, direction === 'up' ? at - neighbour.nodeSize : to + neighbour.nodeSize);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Removes the section at `at` with everything in it. The last section stays: a post has at least one. */
export const removeSection =
  (at: number): Command =>
  (state, dispatch) => {
    const section = state.doc.nodeAt(at);
    if (section?.type.name !== 'section' || sectionsOf(state.doc).length < 2) return false;
    const tr = state.tr.delete(at, at + section.nodeSize);
    dispatch?.(
      tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at + 1, tr.doc.content.size)), 1)).scrollIntoView(),
    );
    return true;
  };
