import { Extension } from '@tiptap/core';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { moveBlockTo } from '../../core/document/editing/move-block.ts';
import { startUndoStep } from './undo/undo-history.ts';

/** Figures of a gallery: they move by a handle of their own, among one another and out of it. */
export const figureSelector = '.gallery > figure';

const figureUnder = (view: EditorView, event: Event): HTMLElement | null => {
  const figure = event.target instanceof Element ? event.target.closest<HTMLElement>(figureSelector) : null;
  return figure && view.dom.contains(figure) ? figure : null;
};

/** Where the node of the gallery's figure that this element draws begins. */
export const galleryFigureAt = (view: EditorView, element: Element): number | null => {
  const $inside = view.state.doc.resolve(view.posAtDOM(element, 0));
  if ($inside.parent.type.name === 'gallery') return $inside.pos;
  for (let depth = $inside.depth; depth > 0; depth -= 1) {
    if ($inside.node(depth).type.name === 'figure') return $inside.before(depth);
  }
  return null;
};

const isBefore = (figure: Element, { clientX }: DragEvent): boolean => {
  const { left, width } = figure.getBoundingClientRect();
  const before = clientX < left + width / 2;
  return getComputedStyle(figure).direction === 'rtl' ? !before : before;
};

/** Between which figures of a gallery a drop goes, by the half of the picture that it was let go over; null elsewhere. */
export const galleryPlace = (view: EditorView, event: DragEvent): number | null => {
  const figure = figureUnder(view, event);
  const at = figure && galleryFigureAt(view, figure);
  const node = at === null ? null : view.state.doc.nodeAt(at);
  if (!figure || at === null || !node) return null;
  return isBefore(figure, event) ? at : at + node.nodeSize;
};

/**
 * Where picture files go that are dropped: into a figure that still has no picture, between the figures of a gallery, else
 * to the text under the pointer.
 */
export const placeOfFiles = (view: EditorView, event: DragEvent): number => {
  const empty = event.target instanceof Element ? event.target.closest('.figure-missing')?.closest('figure') : null;
  if (empty && view.dom.contains(empty)) return view.posAtDOM(empty.lastElementChild ?? empty, 0);
  const text = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
  return galleryPlace(view, event) ?? text ?? view.state.selection.head;
};

const signs = ['drops-before', 'drops-after'] as const;

/** Where a figure begins that is being dragged by its picture; null for all else. */
const draggedFigure = (view: EditorView): number | null => {
  const { dragging } = view;
  const node: unknown = dragging && 'node' in dragging ? dragging.node : null;
  if (!(node instanceof NodeSelection) || node.node.type.name !== 'figure') return null;
  return view.state.doc.nodeAt(node.from)?.eq(node.node) ? node.from : null;
};

/**
 * Drops into a gallery, whose figures stand beside one another: a bar at the side of a picture says where the dragged one
 * goes, instead of the line between blocks.
 */
export const galleryDrop = Extension.create({
  name: 'galleryDrop',
  priority: 1040,
  extendNodeSchema: () => ({
    disableDropCursor: (view: EditorView, _place: unknown, event: DragEvent) => figureUnder(view, event) !== null,
  }),
  addProseMirrorPlugins: () => {
    let shown: Element | null = null;
    const hide = (): false => {
      shown?.classList.remove(...signs);
      shown = null;
      return false;
    };
    return [
      new Plugin({
        props: {
          handleDrop: (view, event) => {
            const from = draggedFigure(view);
            const place = from === null ? null : galleryPlace(view, event);
            if (from === null || place === null) return false;
            moveBlockTo(from, place)(view.state, (tr) => view.dispatch(startUndoStep(tr)));
            return true;
          },
          handleDOMEvents: {
            dragover: (view, event) => {
              const figure = figureUnder(view, event);
              hide();
              if (!figure) return false;
              shown = figure;
              figure.classList.add(signs[isBefore(figure, event) ? 0 : 1]);
              return false;
            },
            dragleave: hide,
            dragend: hide,
            drop: hide,
          },
        },
      }),
    ];
  },
});
