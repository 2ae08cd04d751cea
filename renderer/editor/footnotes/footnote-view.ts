import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { DecorationSource, NodeView } from '@tiptap/pm/view';
import type { EditorContext } from '../editor-context.ts';
import type { MakeNodeView } from '../views/node-views.ts';
import { words } from '../words.ts';

const isBlank = (node: ProseMirrorNode): boolean => node.textContent.trim() === '';

/** The references that readers will see, in their order: those of notes that say something. */
export const shownReferences = (text: HTMLElement): readonly HTMLElement[] => [
  ...text.querySelectorAll<HTMLElement>('.footnote:not(.is-empty)'),
];

/**
 * Numbers the references anew when one came, went or got its first word. Their views tell, so that no key press costs a look
 * at the document.
 */
const numbering = (): ((editor: Editor) => void) => {
  let awaited = false;
  return (editor) => {
    if (awaited) return;
    awaited = true;
    queueMicrotask(() => {
      awaited = false;
      if (editor.isDestroyed) return;
      for (const [index, reference] of shownReferences(editor.view.dom).entries()) {
        const number = String(index + 1);
        if (reference.textContent !== number) reference.dispatchEvent(new CustomEvent(numbered, { detail: number }));
      }
    });
  };
};

/** Sent to a reference that gets another number. */
const numbered = 'rejoinder:footnote-numbered';

/** How the matches that the find bar marks in a note show on its reference, since the note itself is not in sight. */
const matchClasses = (node: ProseMirrorNode, decorations: DecorationSource): readonly string[] => {
  const found: unknown[] = [];
  decorations.forEachSet((set) => {
    for (const { spec } of set.find(0, node.content.size)) found.push(spec.findMatch);
  });
  return [...(found.length > 0 ? ['find-match'] : []), ...(found.includes('current') ? ['is-current'] : [])];
};

/** The reference to a note: its number, a star while the note is empty. A click opens the note. */
export const footnoteView = (context: EditorContext): MakeNodeView => {
  const number = numbering();
  return ({ node, innerDecorations, editor, getPos }): NodeView => {
    const dom = document.createElement('sup');
    dom.className = 'footnote';
    dom.role = 'button';
    dom.ariaHasPopup = 'dialog';
    const { type } = node;
    let shown: ProseMirrorNode | null = null;

    const name = (): void => {
      const text = shown?.textContent ?? '';
      const empty = dom.classList.contains('is-empty');
      dom.ariaLabel = empty ? words('footnote.empty') : words('footnote.named', { number: dom.textContent, text });
      dom.title = empty ? words('footnote.empty') : text;
    };
    const show = (next: ProseMirrorNode, decorations: DecorationSource): void => {
      const matches = matchClasses(next, decorations);
      for (const each of ['find-match', 'is-current']) dom.classList.toggle(each, matches.includes(each));
      if (shown !== null && next.content.eq(shown.content)) return;
      const changed = shown === null || isBlank(shown) !== isBlank(next);
      shown = next;
      dom.classList.toggle('is-empty', isBlank(next));
      if (isBlank(next)) dom.textContent = '∗';
      name();
      if (changed) number(editor);
    };
    show(node, innerDecorations);

    dom.addEventListener(numbered, (event) => {
      dom.textContent = String((event as CustomEvent<string>).detail);
      name();
    });
    dom.addEventListener('click', () => {
      const at = getPos();
      if (at !== undefined && editor.isEditable) context.ui.setState({ panel: { kind: 'footnote', at } });
    });

    return {
      dom,
      update: (next, _decorations, decorations) => {
        if (next.type !== type) return false;
        show(next, decorations);
        return true;
      },
      ignoreMutation: () => true,
      destroy: () => number(editor),
    };
  };
};
