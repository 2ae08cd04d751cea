import type { NodeView } from '@tiptap/pm/view';
import type { MakeNodeView } from './node-views.ts';

type TextPlace = {
  readonly tag: 'h1' | 'h2' | 'p' | 'span' | 'footer';
  readonly className: string;
  /** What an empty place invites to; it is also the place's name for screen readers while it is empty. */
  readonly placeholder: string;
  /** What the place is called where its element says nothing of itself. */
  readonly label?: string;
};

/**
 * Gives a part of the text a name that screen readers say when the caret comes into it. Only an element with a role may have
 * one (ARIA 1.2, 5.2.8.6).
 */
export const nameGroup = (dom: HTMLElement, name: string): void => {
  dom.role = 'group';
  dom.ariaLabel = name;
};

/**
 * A line of text that says what goes there while it is empty. Each view looks after its own emptiness, so that a key
 * press costs the line it is typed into and not a walk over the document.
 */
export const textView =
  ({ tag, className, placeholder, label }: TextPlace): MakeNodeView =>
  ({ node }): NodeView => {
    const dom = document.createElement(tag);
    dom.className = className;
    dom.dataset.placeholder = placeholder;
    if (label !== undefined) nameGroup(dom, label);
    const { type } = node;
    let empty: boolean | null = null;
    const show = (size: number): void => {
      if (empty === (size === 0)) return;
      empty = size === 0;
      dom.classList.toggle('is-empty', empty);
      // An empty heading has no name of its own; the other tags may not be named.
      if (!/^h\d$/.test(tag)) return;
      if (empty) dom.setAttribute('aria-label', placeholder);
      else dom.removeAttribute('aria-label');
    };
    show(node.content.size);
    return {
      dom,
      contentDOM: dom,
      update: (next) => {
        if (next.type !== type) return false;
        show(next.content.size);
        return true;
      },
    };
  };
