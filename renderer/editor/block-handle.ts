import { Extension } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { moveBlockTo } from '../../core/document/editing/move-block.ts';
import { keysOf } from '../ui/shortcut.ts';
import { figureSelector, galleryFigureAt, galleryPlace } from './gallery-drop.ts';
import { startUndoStep } from './undo/undo-history.ts';
import { blockIcon } from './views/block-icon.ts';
import { words } from './words.ts';

const blockSelector = '.section-text > :not(.section-heading)';

const makeHandle = (): HTMLElement => {
  const handle = document.createElement('div');
  handle.className = 'block-handle';
  handle.draggable = true;
  handle.hidden = true;
  // Blocks are moved by key without it: `block.move-up` and `block.move-down`.
  handle.setAttribute('aria-hidden', 'true');
  handle.title = words('moveBlock', { up: keysOf('block.move-up'), down: keysOf('block.move-down') });
  handle.append(blockIcon('grip'));
  return handle;
};

/** Where the block of a section, or the figure of a gallery, that this element draws begins. */
const positionOf = (view: EditorView, element: Element): number | null => {
  if (element.matches(figureSelector)) return galleryFigureAt(view, element);
  const $inside = view.state.doc.resolve(view.posAtDOM(element, 0));
  if ($inside.depth >= 2) return $inside.before(2);
  return $inside.depth === 1 && $inside.nodeAfter ? $inside.pos : null;
};

const isInside = (view: EditorView, element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && view.dom.contains(element);

/** The block at the height of the pointer, also while the pointer is in the margin beside it. */
const blockAt = (view: EditorView, event: MouseEvent): HTMLElement | null => {
  const under = event.target instanceof Element ? event.target.closest(`${figureSelector}, ${blockSelector}`) : null;
  if (isInside(view, under)) return under;
  const { left, width } = view.dom.getBoundingClientRect();
  const beside = document.elementFromPoint(left + width / 2, event.clientY)?.closest(blockSelector) ?? null;
  return isInside(view, beside) ? beside : null;
};

/** The handle of one view. It stands beside the text in the paper around it and follows the pointer, never the keys. */
const handleFor = (view: EditorView) => {
  const handle = makeHandle();
  let paper: HTMLElement | null = null;
  let block: HTMLElement | null = null;
  let dragged: number | null = null;

  const hide = (): void => {
    block = null;
    // Said again at every key it would have the page styled anew.
    if (!handle.hidden) handle.hidden = true;
  };
  const showAt = (next: HTMLElement): void => {
    if (next === block && !handle.hidden) return;
    block = next;
    const line = Number.parseFloat(getComputedStyle(next).lineHeight) || 24;
    const top = next.getBoundingClientRect().top - (paper?.getBoundingClientRect().top ?? 0);
    const inGallery = next.matches(figureSelector);
    const left = next.getBoundingClientRect().left - (paper?.getBoundingClientRect().left ?? 0);
    handle.classList.toggle('is-over-picture', inGallery);
    handle.style.left = inGallery ? `${left + 6}px` : '';
    handle.style.top = `${top + (inGallery ? 6 : Math.max(0, (Math.min(line, next.offsetHeight) - 24) / 2))}px`;
    handle.hidden = false;
  };
  const follow = (event: MouseEvent): void => {
    if (!view.editable || event.buttons !== 0 || handle.contains(event.target as Node)) return;
    const under = blockAt(view, event);
    if (under) showAt(under);
  };

  handle.addEventListener('dragstart', (event) => {
    const at = block && positionOf(view, block);
    const node = at === null ? null : view.state.doc.nodeAt(at);
    if (at === null || !node || !block || !event.dataTransfer) {
      event.preventDefault();
      return;
    }
    dragged = at;
    // ProseMirror draws its drop cursor for what it knows to be dragged.
    view.dragging = { slice: new Slice(Fragment.from(node), 0, 0), move: true };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', node.textContent);
    event.dataTransfer.setDragImage(block, 0, 0);
  });
  handle.addEventListener('dragend', () => {
    dragged = null;
    view.dragging = null;
    hide();
  });

  return {
    /** The editable is put into the page after its view was made. */
    enter: (): void => {
      if (paper !== null || !view.dom.parentElement) return;
      paper = view.dom.parentElement;
      paper.append(handle);
      paper.addEventListener('mousemove', follow);
      paper.addEventListener('mouseleave', hide);
    },
    hide,
    /** Carries out the drop of a block that was taken by the handle; false for all other drops. */
    drop: (event: DragEvent): boolean => {
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      const node = dragged === null ? null : view.state.doc.nodeAt(dragged);
      if (dragged === null || !node || !place) return false;
      const inGallery = node.type.name === 'figure' ? galleryPlace(view, event) : null;
      const target = inGallery ?? dropPoint(view.state.doc, place.pos, new Slice(Fragment.from(node), 0, 0));
      if (target !== null) moveBlockTo(dragged, target)(view.state, (tr) => view.dispatch(startUndoStep(tr)));
      dragged = null;
      view.focus();
      return true;
    },
    destroy: (): void => {
      paper?.removeEventListener('mousemove', follow);
      paper?.removeEventListener('mouseleave', hide);
      handle.remove();
    },
  };
};

/** A handle at the left of the block, or on the picture of a gallery, under the pointer that drags the block to another place, over sections too. */
export const blockHandle = Extension.create({
  name: 'blockHandle',
  // Before the ways in from outside, which look at files.
  priority: 1050,
  addProseMirrorPlugins() {
    let handle: ReturnType<typeof handleFor> | null = null;
    return [
      new Plugin({
        view: (view) => {
          handle = handleFor(view);
          return handle;
        },
        props: {
          handleDrop: (_view, event) => handle?.drop(event) ?? false,
          handleDOMEvents: {
            mouseover: () => {
              handle?.enter();
              return false;
            },
            mousedown: () => {
              handle?.hide();
              return false;
            },
            keydown: () => {
              handle?.hide();
              return false;
            },
          },
        },
      }),
    ];
  },
});
