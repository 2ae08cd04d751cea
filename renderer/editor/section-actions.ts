import type { Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import type { Direction } from '../../core/document/editing/move-block.ts';
import {
  addSection,
  enterSectionHeading,
  moveSection,
  removeSection,
  sectionAtCaret,
  sectionsOf,
} from '../../core/document/editing/sections.ts';
import { announce } from '../ui/announce.ts';
import { showNotice } from '../ui/notices.ts';
import { sectionMoved } from './move-words.ts';
import { trackPlace } from './pictures.ts';
import { isFolded, toggleFold } from './section-folding.ts';
import { sectionName } from './section-name.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { words } from './words.ts';

/** Dispatches a change that is undone by itself, however soon it follows another. */
export const asOwnStep =
  ({ view }: Editor) =>
  (tr: Transaction): void =>
    view.dispatch(startUndoStep(tr));

/**
 * Where the section begins that commands mean: the one whose label has the focus, else the one with the caret; in the
 * headline the first one.
 */
export const currentSection = ({ view, state }: Editor): number => {
  const rule = document.activeElement?.closest('.section-label');
  const section = rule && view.dom.contains(rule) ? rule.closest('section') : null;
  if (section) return state.doc.resolve(view.posAtDOM(section, 0)).before(1);
  return sectionAtCaret(state)?.at ?? state.doc.firstChild?.nodeSize ?? 0;
};

const remove = (editor: Editor, at: number): void => {
  const section = editor.state.doc.nodeAt(at);
  if (!section || !removeSection(at)(editor.state, asOwnStep(editor))) return;
  editor.view.focus();
  const place = trackPlace(editor, at);
  // Later typing is not undone with it: the section comes back where it was, as a change of its own.
  const bringBack = (): void => {
    place.stop();
    if (editor.isDestroyed) return;
    const $place = editor.state.doc.resolve(place.place());
    const between = $place.depth === 0 ? $place.pos : $place.after(1);
    asOwnStep(editor)(editor.state.tr.insert(between, section).scrollIntoView());
    editor.view.focus();
  };
  showNotice({ text: words('section.removed'), action: { label: words('undo'), onAction: bringBack } });
};

const move = (editor: Editor, at: number, direction: Direction): void => {
  const sections = sectionsOf(editor.state.doc);
  const section = sections.find((it) => it.at === at);
  const moved = moveSection(at, direction)(editor.state, asOwnStep(editor));
  editor.view.focus();
  if (!section || !moved) return;
  announce(sectionMoved(section.node, direction, section.index + (direction === 'up' ? 0 : 2), sections.length));
};

const fold = (editor: Editor, at: number): void => {
  const section = editor.state.doc.nodeAt(at);
  if (!section) return;
  const unfolds = isFolded(editor.state, at);
  toggleFold(editor.view, at);
  announce(words(unfolds ? 'section.unfolded' : 'section.folded', { name: sectionName(section) }));
};

/** What can be done with the section that begins at a position. */
export const sectionActions = (editor: Editor, at: number) => ({
  addBelow: (): void => {
    addSection(at)(editor.state, asOwnStep(editor));
    editor.view.focus();
  },
  heading: (): void => {
    enterSectionHeading(at)(editor.state, asOwnStep(editor));
    editor.view.focus();
  },
  move: (direction: Direction): void => move(editor, at, direction),
  toggleFold: (): void => fold(editor, at),
  remove: (): void => remove(editor, at),
});
