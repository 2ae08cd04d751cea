import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { EditorContext } from '../editor-context.ts';
import { words } from '../words.ts';
import { blockSelection, isInside, showEmptiness, showOwnWork } from './block-selection.ts';
import { figureSuggestions, pictureOrigin } from './figure-suggestions.ts';
import { figureSlot } from './gallery-view.ts';
import type { MakeNodeView } from './node-views.ts';

const sizeOf = (value: unknown): string => (typeof value === 'number' ? String(value) : '');

/** Below this height, in pixels, a picture has no room for its tools. */
const roomForTools = 140;
/** About what a picture takes of the text's measure at most, in pixels. */
const measure = 626;

/** Whether a picture is too small for its tools to lie on it: they stand below it then. */
const isSmall = ({ align, size, width, height }: ProseMirrorNode['attrs']): boolean => {
  if (size !== 'full' || align === 'left' || align === 'right') return true;
  if (typeof width !== 'number' || typeof height !== 'number') return false;
  return (Math.min(width, measure) * height) / width < roomForTools;
};

/** Why there is no picture: its file is gone, or none was ever chosen. */
type Absence = 'missing' | 'none';

/** What stands in the place of a picture: what is the matter, and what to do. */
const absentPicture = (why: Absence): HTMLElement => {
  const said = document.createElement('p');
  const what = document.createElement('b');
  const next = document.createElement('span');
  said.className = 'figure-missing';
  what.textContent = words(`picture.${why}`);
  next.textContent = words(`picture.${why}Next`);
  said.append(what, ' ', next);
  return said;
};

/**
 * A picture of the library with caption and credit as the reader will see them. The picture's size is known before its
 * bytes are, so nothing moves when it appears; one that is missing says so and what to do.
 */
export const figureView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('figure');
    const frame = document.createElement('div');
    const image = document.createElement('img');
    const slot = document.createElement('div');
    const contentDOM = document.createElement('figcaption');
    frame.className = 'figure-frame';
    frame.contentEditable = 'false';
    // The figure is dragged as a whole, not the picture out of it.
    image.draggable = false;
    slot.className = 'block-tools';
    frame.append(image, slot);
    dom.append(frame, contentDOM);
    const at = (): number | undefined => getPos();
    const suggestions = figureSuggestions({
      caption: contentDOM,
      origin: pictureOrigin(context),
      label: words('offers.suggestions'),
      view: () => editor.view,
      isEditable: () => editor.isEditable,
      at,
    });

    const { type } = node;
    let current: ProseMirrorNode | null = null;
    let instead: HTMLElement | null = null;
    const showPicture = (): void => {
      instead?.remove();
      instead = null;
      image.hidden = false;
    };
    const showInstead = (why: Absence): void => {
      showPicture();
      instead = absentPicture(why);
      image.hidden = true;
      image.after(instead);
    };
    image.addEventListener('error', () => showInstead('missing'));
    image.addEventListener('load', () => instead && showPicture());

    const show = (figure: ProseMirrorNode): void => {
      showEmptiness(contentDOM, figure);
      suggestions.show(figure);
      if (current?.attrs === figure.attrs) return;
      const { media, alt, decorative, ownWork, align, size, width, height } = figure.attrs;
      dom.dataset.align = String(align);
      if (size !== 'full') dom.dataset.size = String(size);
      else if (current) delete dom.dataset.size;
      if (isSmall(figure.attrs)) dom.classList.add('is-small');
      else if (current) dom.classList.remove('is-small');
      showOwnWork(contentDOM, ownWork === true);
      if (current === null || current.attrs.media !== media) {
        if (typeof media === 'string') showPicture();
        else showInstead('none');
        image.setAttribute('width', sizeOf(width));
        image.setAttribute('height', sizeOf(height));
        // A small picture keeps its size instead of being blown up to the width of the text.
        frame.style.setProperty('--picture-width', typeof width === 'number' ? `${width}px` : '100%');
        if (typeof media === 'string') image.src = context.pictureAddress(media);
        else image.removeAttribute('src');
      }
      image.alt = decorative === true ? '' : String(alt ?? '');
      dom.ariaLabel = words(
        decorative === true ? 'picture.isDecorative' : image.alt === '' ? 'picture.unnamed' : 'picture.named',
        { alt: image.alt },
      );
      current = figure;
    };
    show(node);

    const selection = blockSelection({ context, editor, kind: 'figure', slot: () => figureSlot(dom, slot), dom, at });
    frame.addEventListener('click', (event) => {
      if (!isInside(slot, event)) selection.select();
    });

    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== type) return false;
        show(next);
        selection.updated(next);
        return true;
      },
      selectNode: () => selection.selectNode(current ?? node),
      deselectNode: selection.deselectNode,
      stopEvent: (event) => isInside(slot, event) || suggestions.holds(event),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: () => {
        suggestions.destroy();
        selection.deselectNode();
      },
    };
  };
