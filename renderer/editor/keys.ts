import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { createStore } from 'zustand/vanilla';
import { nextCell, previousCell } from '../../core/document/editing/tables.ts';
import { commandState, runCommand } from '../app/commands.ts';

/** Whether Tab always leaves the editor (Ctrl+M), for those who walk the window with it. Lasts as long as the window. */
export const tabMode = createStore<{ readonly leaves: boolean }>(() => ({ leaves: false }));

const isCaptioning = ($at: ResolvedPos): boolean => $at.parent.type.isInGroup('captioning');

const inList = ($at: ResolvedPos): boolean => {
  for (let depth = $at.depth; depth > 0; depth -= 1) if ($at.node(depth).type.name === 'listItem') return true;
  return false;
};

const inCode = ($at: ResolvedPos): boolean => $at.parent.type.spec.code === true;

/** From the very start of a code block to the name of its language. */
const toCodeLanguage = (state: EditorState, view: EditorView): boolean => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  const dom = view.nodeDOM($from.before());
  const language = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('.code-language') : null;
  language?.focus();
  return language !== null;
};

/** Lines that are fields of their own: Tab goes on to the next line from them. */
const fieldNames = new Set(['headline', 'sectionHeading', 'caption', 'credit', 'attribution']);

const nextLine = (state: EditorState, view: EditorView): boolean => {
  const { $from } = state.selection;
  if (!fieldNames.has($from.parent.type.name)) return false;
  const next = Selection.findFrom(state.doc.resolve($from.after()), 1, true);
  if (!next) return false;
  view.dispatch(state.tr.setSelection(next).scrollIntoView());
  return true;
};

/** From the first line of a section to the section's label. */
const toLabel = (state: EditorState, view: EditorView): boolean => {
  const { $from } = state.selection;
  if ($from.depth < 2 || $from.node(1).type.name !== 'section') return false;
  const section = $from.before(1);
  const first = Selection.findFrom(state.doc.resolve(section + 1), 1, true);
  if (!first?.$from.sameParent($from)) return false;
  const dom = view.nodeDOM(section);
  const label = dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>('.section-label-field') : null;
  label?.focus();
  return label !== null;
};

/** Escape in a caption or credit selects what it belongs to, and on a selected figure of a gallery the gallery. */
const selectCaptioned = (state: EditorState, view: EditorView): boolean => {
  const { selection, doc } = state;
  const { $from } = selection;
  const inCaption = selection instanceof TextSelection && isCaptioning($from);
  const inGallery = selection instanceof NodeSelection && $from.parent.type.name === 'gallery';
  if (!inCaption && !inGallery) return false;
  view.dispatch(state.tr.setSelection(NodeSelection.create(doc, $from.before(inCaption ? -1 : $from.depth))));
  return true;
};

/** Enter on a selected figure or embed goes into its caption, on a gallery into that of its first figure. */
const enterCaption = (state: EditorState, view: EditorView): boolean => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection)) return false;
  const { node, from } = selection;
  if (!node.firstChild?.isTextblock && node.type.name !== 'gallery') return false;
  view.dispatch(state.tr.setSelection(Selection.near(state.doc.resolve(from + 1))).scrollIntoView());
  return true;
};

/**
 * Typing at the start of a filled credit. Caption and credit run on as one line, and a browser takes the caret between
 * them for the caption's end; the text goes where the selection says.
 */
const typeAtCredit = (state: EditorState, view: EditorView, event: InputEvent): boolean => {
  const { $from, empty } = state.selection;
  if (event.inputType !== 'insertText' || !event.data || !empty) return false;
  if ($from.parent.type.name !== 'credit' || $from.parentOffset > 0) return false;
  event.preventDefault();
  view.dispatch(state.tr.insertText(event.data).scrollIntoView());
  return true;
};

/**
 * Keys that belong to the editor as a whole. Tab indents list items and code, goes from cell to cell and from field to
 * field (headline, caption, credit); elsewhere, and everywhere while `tabMode` says so, it leaves the editor as in any
 * other form.
 */
export const editorKeys = Extension.create({
  name: 'rejoinderKeys',
  // Before the keymaps of lists and captions.
  priority: 1100,
  addKeyboardShortcuts() {
    const { editor } = this;
    return {
      Tab: () => {
        if (inCode(editor.state.selection.$from)) return false;
        if (nextCell(editor.state, editor.view.dispatch)) return true;
        if (inList(editor.state.selection.$from)) return editor.commands.sinkListItem('listItem') || true;
        return nextLine(editor.state, editor.view);
      },
      'Shift-Tab': () => {
        if (inCode(editor.state.selection.$from)) return toCodeLanguage(editor.state, editor.view);
        if (previousCell(editor.state, editor.view.dispatch)) return true;
        if (inList(editor.state.selection.$from)) return editor.commands.liftListItem('listItem') || true;
        return toLabel(editor.state, editor.view);
      },
      Escape: () => selectCaptioned(editor.state, editor.view),
      Enter: () => enterCaption(editor.state, editor.view),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // ProseMirror then does nothing, and the browser moves the focus.
            keydown: (_view, event) => event.key === 'Tab' && tabMode.getState().leaves,
            beforeinput: (view, event) => typeAtCredit(view.state, view, event),
          },
        },
      }),
    ];
  },
});

/** Escape leaves focus mode when nothing in the text has a use for it. */
export const leaveFocusMode = Extension.create({
  name: 'leaveFocusMode',
  // After every other keymap.
  priority: 1,
  addKeyboardShortcuts: () => ({
    Escape: () => commandState('view.focus-mode').ticked && runCommand('view.focus-mode'),
  }),
});

/** A click below the text goes on writing there: after a last figure or quotation in a new paragraph. */
export const writeBelow = (view: EditorView): void => {
  const { state } = view;
  const { doc, schema } = state;
  const last = doc.lastChild?.lastChild;
  const { tr } = state;
  const { paragraph } = schema.nodes;
  if (last && !last.isTextblock && paragraph) tr.insert(doc.content.size - 1, paragraph.create());
  tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView();
  view.dispatch(tr);
  view.focus();
};
