import type { Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorContext, SelectedBlock } from '../editor-context.ts';
import { words } from '../words.ts';

type Block = {
  readonly context: EditorContext;
  readonly editor: Editor;
  readonly kind: SelectedBlock['kind'];
  /** The element that its tools are drawn into. */
  readonly slot: () => HTMLElement;
  readonly dom: HTMLElement;
  readonly at: () => number | undefined;
};

/** What the views of figures, galleries and embeds share: being selected as a whole, and showing their tools then. */
export const blockSelection = ({ context, editor, kind, slot, dom, at }: Block) => ({
  /** Selects the block; for a click on the part of it that holds no text. */
  select: (): void => {
    const position = at();
    if (position === undefined) return;
    const { state } = editor;
    editor.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
    editor.view.focus();
  },
  selectNode: (node: ProseMirrorNode): void => {
    dom.classList.add('is-selected');
    if (editor.isEditable) context.ui.setState({ selected: { kind, slot: slot(), at, attributes: node.attrs } });
  },
  deselectNode: (): void => {
    dom.classList.remove('is-selected');
    // Each view has a function of its own for its place, while the figures of a gallery share a slot.
    if (context.ui.getState().selected?.at === at) context.ui.setState({ selected: null });
  },
  /** Tells the tools of a change of what they show. */
  updated: (node: ProseMirrorNode): void => {
    const { selected } = context.ui.getState();
    if (selected?.at === at && selected.attributes !== node.attrs) {
      context.ui.setState({ selected: { ...selected, attributes: node.attrs } });
    }
  },
});

/** True for events that the tools handle by themselves, also where a tool is gone by now because it was used. */
export const isInside = (element: HTMLElement, event: Event): boolean => event.composedPath().includes(element);

/**
 * While caption or credit is empty they stand side by side as two boxes, so that the browser keeps a caret in the one
 * apart from a caret in the other; filled, they run on as one line like in the published post.
 */
export const showEmptiness = (figcaption: HTMLElement, block: ProseMirrorNode): void => {
  const empty = block.firstChild?.content.size === 0 || block.lastChild?.content.size === 0;
  figcaption.classList.toggle('has-empty', empty);
};

/** Of the writer's own work an empty credit asks for nothing. */
export const showOwnWork = (figcaption: HTMLElement, ownWork: boolean): void => {
  if (ownWork) figcaption.style.setProperty('--credit-placeholder', JSON.stringify(words('picture.ownWorkHint')));
  else if (figcaption.style.length > 0) figcaption.style.removeProperty('--credit-placeholder');
};
