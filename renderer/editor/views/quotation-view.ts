import type { NodeView } from '@tiptap/pm/view';
import { labelOf } from '../../../core/sources/label.ts';
import type { EditorContext } from '../editor-context.ts';
import { words } from '../words.ts';
import type { MakeNodeView } from './node-views.ts';
import { nameGroup } from './text-view.ts';

/**
 * Who said a quotation's words, and after it the publisher of its source as the reader will see it. The publisher is a
 * button that ties the quotation to another source. It belongs to the quotation's attributes, so it is read from the
 * parent whenever this view, the parent or the list of sources changes.
 */
export const attributionView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('footer');
    const contentDOM = document.createElement('span');
    const button = document.createElement('button');
    contentDOM.className = 'attribution';
    nameGroup(contentDOM, words('attribution'));
    contentDOM.dataset.placeholder = words('attribution');
    button.type = 'button';
    button.className = 'quotation-source';
    button.contentEditable = 'false';
    button.tabIndex = -1;
    dom.append(contentDOM, button);

    const { type } = node;
    const quotationAt = (): number | undefined => {
      const at = getPos();
      return at === undefined ? undefined : editor.state.doc.resolve(at).before();
    };
    const showSource = (): void => {
      const at = quotationAt();
      const id: unknown = at === undefined ? null : editor.state.doc.nodeAt(at)?.attrs.source;
      const source = context.ui.getState().sources.find((it) => it.id === id);
      button.classList.toggle('is-untied', source === undefined);
      button.hidden = source === undefined && !editor.isEditable;
      button.textContent = source
        ? labelOf(source) || words('source.untitled')
        : words(typeof id === 'string' ? 'lostSource' : 'chooseSource');
      if (source) button.setAttribute('aria-label', words('changeSource', { name: button.textContent }));
      else button.removeAttribute('aria-label');
      const quotation = dom.closest('blockquote');
      if (quotation)
        quotation.ariaLabel = source ? words('quotationFrom', { name: button.textContent }) : words('untied');
    };
    const show = (size: number): void => {
      dom.classList.toggle('is-empty', size === 0);
      contentDOM.classList.toggle('is-empty', size === 0);
    };
    show(node.content.size);
    // The document that holds this view's parent is not in the editor's state yet while the view is made.
    queueMicrotask(() => {
      if (!editor.isDestroyed) showSource();
    });
    const stop = context.ui.subscribe((state, before) => {
      if (state.sources !== before.sources) showSource();
    });
    dom.addEventListener(sourceChanged, showSource);

    button.addEventListener('click', () => {
      if (!editor.isEditable) return;
      context.ui.setState({ panel: { kind: 'source', purpose: 'tie', anchor: button, at: quotationAt } });
    });

    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== type) return false;
        show(next.content.size);
        return true;
      },
      stopEvent: (event) => event.target === button,
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
      destroy: stop,
    };
  };

/** Sent to the attribution's element by the quotation's view when it is tied to another source. */
const sourceChanged = 'rejoinder:source-changed';

/** A source's own words. */
export const quotationView: MakeNodeView = ({ node }): NodeView => {
  const dom = document.createElement('blockquote');
  // The rule stands on the side where the words begin.
  dom.dir = 'auto';
  const { type } = node;
  let { source } = node.attrs;
  return {
    dom,
    contentDOM: dom,
    update: (next) => {
      if (next.type !== type) return false;
      if (next.attrs.source !== source) {
        source = next.attrs.source;
        // After the editor's state has the change too, since the attribution reads it there.
        queueMicrotask(() => dom.lastElementChild?.dispatchEvent(new Event(sourceChanged)));
      }
      return true;
    },
    // Its name is written by the attribution, which knows the source.
    ignoreMutation: ({ type: kind }) => kind === 'attributes',
  };
};
