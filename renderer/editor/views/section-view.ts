import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import type { EditorContext } from '../editor-context.ts';
import { tabMode } from '../keys.ts';
import { setNodeAttribute } from '../node-attributes.ts';
import { saysFolded, toggleFold } from '../section-folding.ts';
import { kindOf, sectionName } from '../section-name.ts';
import { words } from '../words.ts';
import { blockIcon } from './block-icon.ts';
import type { MakeNodeView } from './node-views.ts';
import { nameGroup } from './text-view.ts';

/** True while a section holds nothing but one empty paragraph, whatever its heading says. */
const isEmpty = (node: ProseMirrorNode): boolean => {
  const { lastChild } = node;
  const blocks = node.childCount - (node.firstChild?.type.name === 'sectionHeading' ? 1 : 0);
  return blocks === 1 && lastChild?.type.name === 'paragraph' && lastChild.content.size === 0;
};

const firstText = (state: EditorState, at: number): TextSelection | null => {
  const found = TextSelection.findFrom(state.doc.resolve(at + 1), 1, true);
  return found instanceof TextSelection ? found : null;
};

const buttonWith = (icon: 'fold' | 'menu', onClick: () => void): HTMLButtonElement => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `section-button section-${icon}`;
  // The label leads to it; Tab leaves the editor as a whole.
  button.tabIndex = -1;
  button.append(blockIcon(icon));
  button.addEventListener('click', onClick);
  return button;
};

/**
 * A section with its quiet label on a thin rule. The label is a field of its own: Shift+Tab from the section's first
 * line reaches it, Enter, Escape and the down arrow go back into the text, Tab goes on to the buttons that fold the
 * section and open its menu. One stay in the field is one undo step.
 */
export const sectionView =
  (context: EditorContext): MakeNodeView =>
  ({ node, editor, getPos, decorations }): NodeView => {
    const dom = document.createElement('section');
    const rule = document.createElement('div');
    const label = document.createElement('input');
    const contentDOM = document.createElement('div');
    rule.className = 'section-label';
    rule.contentEditable = 'false';
    label.className = 'section-label-field';
    label.setAttribute('aria-label', words('sectionLabel'));
    label.maxLength = 80;
    // Tab leaves the editor as a whole; the label is reached from the text.
    label.tabIndex = -1;
    label.readOnly = !editor.isEditable;
    contentDOM.className = 'section-text';
    const fold = buttonWith('fold', () => {
      const at = getPos();
      if (at !== undefined) toggleFold(editor.view, at);
    });
    const menu = buttonWith('menu', () =>
      context.ui.setState({ panel: { kind: 'section', anchor: menu, at: getPos } }),
    );
    menu.setAttribute('aria-haspopup', 'menu');
    menu.setAttribute('aria-label', words('section.menu'));
    menu.hidden = !editor.isEditable;
    rule.append(label, fold, menu);
    dom.append(rule, contentDOM);

    const { type } = node;
    const showFold = (folded: boolean): void => {
      if (fold.ariaExpanded === String(!folded)) return;
      fold.ariaExpanded = String(!folded);
      fold.setAttribute('aria-label', words(folded ? 'section.open' : 'section.fold'));
    };
    showFold(saysFolded(decorations as readonly Decoration[]));

    let current: ProseMirrorNode | null = null;
    const show = (next: ProseMirrorNode): void => {
      if (current === null || current.attrs !== next.attrs) {
        const kind = kindOf(next);
        const written = String(next.attrs.label ?? '');
        dom.dataset.kind = kind;
        label.placeholder = words(`sections.${kind}.label`);
        if (label.value !== written) label.value = written;
        nameGroup(dom, sectionName(next));
        dom.style.setProperty('--placeholder', JSON.stringify(words(`sections.${kind}.placeholder`)));
      }
      const empty = isEmpty(next);
      if (current === null || isEmpty(current) !== empty) dom.classList.toggle('is-empty', empty);
      current = next;
    };
    show(node);

    let stay = 0;
    label.addEventListener('focus', () => {
      stay = performance.now();
      label.select();
    });
    label.addEventListener('input', () => {
      const at = getPos();
      if (at !== undefined) setNodeAttribute(editor.view, at, 'label', label.value, stay);
    });
    const enterText = (): void => {
      const at = getPos();
      const caret = at === undefined ? null : firstText(editor.state, at);
      if (caret) editor.view.dispatch(editor.state.tr.setSelection(caret).scrollIntoView());
      editor.view.focus();
    };
    const enterFrom =
      (keys: readonly string[]) =>
      (event: KeyboardEvent): void => {
        if (event.isComposing || !keys.includes(event.key)) return;
        event.preventDefault();
        event.stopPropagation();
        enterText();
      };
    label.addEventListener('keydown', enterFrom(['Enter', 'Escape', 'ArrowDown']));
    fold.addEventListener('keydown', enterFrom(['Escape', 'ArrowDown']));
    menu.addEventListener('keydown', enterFrom(['Escape']));
    // Between the label and its buttons; beyond them Tab does what it does everywhere.
    const stops: readonly HTMLElement[] = [label, fold, menu];
    rule.addEventListener('keydown', (event) => {
      const next = stops[stops.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1)];
      if (event.key !== 'Tab' || tabMode.getState().leaves || !next || next.hidden) return;
      event.preventDefault();
      event.stopPropagation();
      next.focus();
    });

    return {
      dom,
      contentDOM,
      update: (next, outer) => {
        if (next.type !== type) return false;
        show(next);
        showFold(saysFolded(outer));
        return true;
      },
      stopEvent: (event) => event.target instanceof Node && rule.contains(event.target),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
    };
  };
