import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { setNodeAttribute } from '../node-attributes.ts';
import { words } from '../words.ts';
import type { MakeNodeView } from './node-views.ts';

const codeIn = (dom: HTMLElement): HTMLElement => {
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  code.spellcheck = false;
  pre.append(code);
  dom.append(pre);
  return code;
};

/**
 * A code block with the name of its language over it, a field of its own: Shift+Tab at the start of the code reaches it,
 * Enter, Escape and the arrow down go back into the code. One stay in the field is one undo step.
 */
export const codeBlockView: MakeNodeView = ({ node, editor, getPos }): NodeView => {
  const dom = document.createElement('div');
  const language = document.createElement('input');
  dom.className = 'code-block';
  dom.role = 'group';
  dom.setAttribute('aria-label', words('code.block'));
  language.className = 'code-language';
  language.contentEditable = 'false';
  language.setAttribute('aria-label', words('code.language'));
  language.placeholder = words('code.plain');
  language.maxLength = 30;
  language.spellcheck = false;
  language.tabIndex = -1;
  language.readOnly = !editor.isEditable;
  dom.append(language);
  const contentDOM = codeIn(dom);

  const { type } = node;
  const show = (next: ProseMirrorNode): void => {
    const name = String(next.attrs.language);
    if (language.value !== name) language.value = name;
  };
  show(node);

  let stay = 0;
  language.addEventListener('focus', () => {
    stay = performance.now();
    language.select();
  });
  language.addEventListener('input', () => {
    const at = getPos();
    const name = language.value.toLowerCase().replace(/[^a-z0-9+#._-]/g, '');
    language.value = name;
    if (at !== undefined) setNodeAttribute(editor.view, at, 'language', name, stay);
  });
  language.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape', 'ArrowDown'].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    const at = getPos();
    if (at !== undefined) editor.commands.setTextSelection(at + 1);
    editor.view.focus();
  });

  return {
    dom,
    contentDOM,
    update: (next) => {
      if (next.type !== type) return false;
      show(next);
      return true;
    },
    stopEvent: (event) => event.target === language,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  };
};

/** The source of an HTML block as text, under a label that says what it is. Nothing of it is ever run or drawn here. */
export const rawHtmlView: MakeNodeView = ({ node }): NodeView => {
  const dom = document.createElement('div');
  const label = document.createElement('div');
  dom.className = 'raw-html';
  dom.role = 'group';
  dom.setAttribute('aria-label', words('rawHtml'));
  label.className = 'raw-html-label';
  label.contentEditable = 'false';
  label.textContent = words('rawHtml');
  dom.append(label);
  const contentDOM = codeIn(dom);
  const { type } = node;
  return {
    dom,
    contentDOM,
    update: (next) => next.type === type,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  };
};

/** The read-more break: a dashed rule that says what it is. */
export const readMoreView: MakeNodeView = (): NodeView => {
  const dom = document.createElement('div');
  dom.className = 'read-more';
  dom.role = 'separator';
  dom.setAttribute('aria-label', words('readMore'));
  dom.contentEditable = 'false';
  dom.textContent = words('readMore');
  return { dom };
};
