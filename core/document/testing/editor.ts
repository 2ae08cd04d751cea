import { Editor, type Extensions } from '@tiptap/core';
import { EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { DocumentJson } from '../post.ts';
import { extensions } from '../schema.ts';
import { documentOf } from './documents.ts';

/** An editor without a window but with every plugin, and `more` of them, holding a document or one block of it. */
export const editorWith = (node: DocumentJson, more: Extensions = []): Editor => {
  const doc = documentOf(node);
  const editor = new Editor({ element: null, extensions: [...extensions, ...more], content: doc.toJSON() });
  // A mounted editor does the same when it makes its view.
  editor.view.updateState(
    EditorState.create({ doc: editor.schema.nodeFromJSON(doc.toJSON()), plugins: editor.extensionManager.plugins }),
  );
  return editor;
};

/** Makes a selection as the mouse would. */
export const select = (editor: Editor, selection: Selection): void => {
  editor.view.dispatch(editor.state.tr.setSelection(selection));
};

/** Puts the caret `offset` characters into a text block of this type; negative counts from its end. */
export const placeCaret = (editor: Editor, type: string, offset: number, nth = 0): void => {
  const found: number[] = [];
  editor.state.doc.descendants((node, start) => {
    if (node.type.name === type) found.push(start + 1 + (offset < 0 ? node.content.size + 1 + offset : offset));
  });
  const position = found[nth];
  if (position === undefined) throw new Error(`No ${type} to stand in`);
  select(editor, TextSelection.create(editor.state.doc, position));
};

/** Where the caret is: the types from the section inwards, and how far into the text. */
export const caretOf = (editor: Editor): string => {
  const { $head } = editor.state.selection;
  const types = Array.from({ length: $head.depth }, (_, depth) => $head.node(depth + 1).type.name);
  return `${types.filter((name) => name !== 'section').join(' > ')} ${$head.parentOffset}`;
};

type KeyHandler = (view: EditorView, event: { readonly key: string }) => boolean | undefined;
type TextHandler = (
  view: EditorView,
  from: number,
  to: number,
  text: string,
  insert: () => Transaction,
) => boolean | undefined;

/** Presses a key ("Enter", "Shift-Tab"): asks the plugins in their order as a view would. False when nobody takes it. */
export const press = (editor: Editor, key: string): boolean => {
  const [last = '', ...modifiers] = key.split('-').reverse();
  const event = {
    key: last,
    shiftKey: modifiers.includes('Shift'),
    ctrlKey: modifiers.includes('Mod'),
    altKey: false,
    metaKey: false,
  };
  return editor.state.plugins.some(
    (plugin) => (plugin.props.handleKeyDown as KeyHandler | undefined)?.call(plugin, editor.view, event) ?? false,
  );
};

/** Types character by character: input rules first, as a view would. */
export const type = (editor: Editor, text: string): void => {
  for (const character of text) {
    const { from, to } = editor.state.selection;
    const taken = editor.state.plugins.some(
      (plugin) =>
        (plugin.props.handleTextInput as TextHandler | undefined)?.call(plugin, editor.view, from, to, character, () =>
          editor.state.tr.insertText(character, from, to),
        ) ?? false,
    );
    if (!taken) editor.view.dispatch(editor.state.tr.insertText(character));
  }
};

/** The section's blocks in short: `paragraph(Words) divider figure(Caption|Credit)`. */
export const outlineOf = (editor: Editor): string => {
  const parts: string[] = [];
  editor.state.doc.forEach((child) => {
    if (child.type.name === 'section') {
      child.forEach((block) => {
        const words = block.isTextblock ? [block.textContent] : block.children.map((each) => each.textContent);
        parts.push(words.length > 0 ? `${block.type.name}(${words.join('|')})` : block.type.name);
      });
    }
  });
  return parts.join(' ');
};
