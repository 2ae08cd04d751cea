import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { pictureCount } from '../../../core/document/editing/gallery.ts';
import { galleryColumns } from '../../../core/document/gallery-size.ts';
import type { EditorContext } from '../editor-context.ts';
import { words } from '../words.ts';
import { blockSelection, isInside } from './block-selection.ts';
import type { MakeNodeView } from './node-views.ts';

/**
 * Figures in a grid as the reader will see them, with the caption for all of them below. The tools of the gallery and of a
 * selected figure in it stand under the grid: a small picture has no room for them.
 */
export const galleryView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('div');
    const contentDOM = document.createElement('div');
    const slot = document.createElement('div');
    dom.className = 'gallery-block';
    dom.setAttribute('role', 'group');
    dom.style.setProperty('--caption-placeholder', JSON.stringify(words('gallery.caption')));
    slot.className = 'block-tools';
    slot.contentEditable = 'false';
    dom.append(contentDOM, slot);

    const { type } = node;
    let current = node;
    let pictures: number | null = null;
    const show = (next: ProseMirrorNode): void => {
      current = next;
      const count = pictureCount(next);
      if (count === pictures) return;
      pictures = count;
      contentDOM.className = `gallery columns-${galleryColumns(count)}`;
      dom.setAttribute('aria-label', words('gallery.name', { count }));
    };
    show(node);

    const at = (): number | undefined => getPos();
    const selection = blockSelection({ context, editor, kind: 'gallery', slot: () => slot, dom, at });
    // Between the pictures; a picture selects itself.
    dom.addEventListener('click', (event) => {
      if (event.target === dom || event.target === contentDOM) selection.select();
    });

    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== type) return false;
        show(next);
        return true;
      },
      selectNode: () => selection.selectNode(current),
      deselectNode: selection.deselectNode,
      stopEvent: (event) => isInside(slot, event),
      ignoreMutation: (mutation) => {
        if (mutation.type === 'selection') return false;
        return mutation.type === 'attributes' || !contentDOM.contains(mutation.target);
      },
      destroy: selection.deselectNode,
    };
  };

/** Where the tools of a selected figure stand: under the gallery that holds it, else in its own place. */
export const figureSlot = (figure: HTMLElement, own: HTMLElement): HTMLElement =>
  figure.closest('.gallery-block')?.querySelector<HTMLElement>(':scope > .block-tools') ?? own;
