import type { NodeView } from '@tiptap/pm/view';
import type { EditorContext } from '../editor-context.ts';
import { setNodeAttribute } from '../node-attributes.ts';
import { words } from '../words.ts';
import { blockIcon } from './block-icon.ts';
import { isInside } from './block-selection.ts';
import type { MakeNodeView } from './node-views.ts';

/**
 * A table that scrolls sideways where it is wider than the text, with its caption as a field below and a button for the
 * menu of its rows and columns. One stay in the field is one undo step; Enter and Escape go back into the text.
 */
export const tableView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos }): NodeView => {
    const dom = document.createElement('div');
    const scroller = document.createElement('div');
    const table = document.createElement('table');
    const contentDOM = document.createElement('tbody');
    const below = document.createElement('div');
    const caption = document.createElement('input');
    const menu = document.createElement('button');
    dom.className = 'table-block';
    scroller.className = 'table-scroller';
    caption.className = 'table-caption';
    caption.placeholder = words('table.caption');
    caption.setAttribute('aria-label', words('table.caption'));
    caption.maxLength = 1000;
    // Tab walks the cells and leaves the editor as a whole; the field is reached by its command and the pointer.
    caption.tabIndex = -1;
    caption.readOnly = !editor.isEditable;
    menu.type = 'button';
    menu.className = 'table-menu';
    menu.tabIndex = -1;
    menu.setAttribute('aria-haspopup', 'menu');
    menu.setAttribute('aria-label', words('table.menu'));
    menu.hidden = !editor.isEditable;
    menu.append(blockIcon('menu'));
    below.className = 'table-below';
    below.contentEditable = 'false';
    below.append(caption, menu);
    table.append(contentDOM);
    scroller.append(table);
    dom.append(scroller, below);

    const { type } = node;
    const showCaption = (written: unknown): void => {
      if (caption.value !== written) caption.value = String(written);
      table.ariaLabel = String(written) || words('blocks.table');
      dom.classList.toggle('has-caption', written !== '');
    };
    showCaption(node.attrs.caption);

    let stay = 0;
    caption.addEventListener('focus', () => {
      stay = performance.now();
    });
    caption.addEventListener('input', () => {
      const at = getPos();
      if (at !== undefined) setNodeAttribute(editor.view, at, 'caption', caption.value, stay);
    });
    caption.addEventListener('keydown', (event) => {
      if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      editor.view.focus();
    });
    // The caret stays in the cell that the menu is about.
    menu.addEventListener('mousedown', (event) => event.preventDefault());
    menu.addEventListener('click', () => {
      const at = getPos();
      const { $head } = editor.state.selection;
      if (at !== undefined && ($head.pos < at || $head.pos > at + (editor.state.doc.nodeAt(at)?.nodeSize ?? 0))) {
        editor.commands.setTextSelection(at + 4);
      }
      context.ui.setState({ panel: { kind: 'table', anchor: menu } });
    });

    return {
      dom,
      contentDOM,
      update: (next) => {
        if (next.type !== type) return false;
        showCaption(next.attrs.caption);
        return true;
      },
      stopEvent: (event) => isInside(below, event),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    };
  };
