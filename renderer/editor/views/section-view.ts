import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { type EditorState, TextSelection } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { setNodeAttribute } from '../node-attributes.ts';
import { words } from '../words.ts';

const kindOf = (node: ProseMirrorNode): 'summary' | 'comment' | 'free' => {
  const kind: unknown = node.attrs.kind;
  return kind === 'summary' || kind === 'comment' ? kind : 'free';
};

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

/**
 * A section with its quiet label on a thin rule. The label is a field of its own: Shift+Tab from the section's first
 * line reaches it, Enter, Escape and the down arrow go back into the text. One stay in it is one undo step.
 */
export const sectionView: NodeViewRenderer = ({ node, editor, getPos }): NodeView => {
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
  rule.append(label);
  dom.append(rule, contentDOM);

  const { type } = node;
  let current: ProseMirrorNode | null = null;
  const show = (next: ProseMirrorNode): void => {
    if (current === null || current.attrs !== next.attrs) {
      const kind = kindOf(next);
      const written = String(next.attrs.label ?? '');
      dom.dataset.kind = kind;
      label.placeholder = words(`sections.${kind}.label`);
      if (label.value !== written) label.value = written;
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
  label.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    enterText();
  });

  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== type) return false;
      show(next);
      return true;
    },
    stopEvent: (event) => event.target instanceof Node && rule.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  };
};
