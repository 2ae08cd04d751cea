import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { keymap } from '@tiptap/pm/keymap';
import { EditorState, type Plugin, Selection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView } from '@tiptap/pm/view';
import { pressedCommand } from '../../../core/commands/key-press.ts';
import { isLinkAddress } from '../../../core/sources/address.ts';
import { currentKeymap } from '../../bridge/keymap.ts';
import { keyPressOf } from '../../ui/key-press-of.ts';
import { markCommands } from '../formats.ts';
import { cleanHtml } from '../pasted-html.ts';
import { smartTypingIn, takeBack } from '../smart-typing.ts';
import { startsUndoStep, startUndoStep } from '../undo/undo-history.ts';
import { words } from '../words.ts';
import { noteSlice, noteText } from './pasted-note.ts';

/** Made by following the post and not by the writer in the note. */
const fromPost = 'fromPost';

type NoteOptions = {
  /** The post's language (BCP 47). */
  readonly language: string;
  /** Enter or Escape: the writer is done with the note. */
  readonly onLeave: () => void;
  /** The note is no longer in the post: its insertion was undone, or its words were removed. */
  readonly onGone: () => void;
};

/** A note that is open for writing. */
export type NoteEditor = {
  readonly view: EditorView;
  /** Where the note begins in the post now. */
  readonly at: () => number;
  readonly close: () => void;
};

/** What a note does by itself with a key of the writer's commands; those of other commands do nothing in it. */
const runHere = (editor: Editor, view: EditorView, event: KeyboardEvent): boolean => {
  const command = pressedCommand(keyPressOf(event), currentKeymap());
  if (command === undefined || command.role !== undefined) return false;
  const [, name] = markCommands.find(([id]) => id === command.id) ?? [];
  const mark = name && view.state.schema.marks[name];
  if (mark) toggleMark(mark)(view.state, view.dispatch);
  else if (command.id === 'edit.undo') editor.commands.undo();
  else if (command.id === 'edit.redo') editor.commands.redo();
  return true;
};

const keysOf = (onLeave: () => void): Plugin => {
  const leave = (): true => {
    onLeave();
    return true;
  };
  return keymap({ Enter: leave, 'Shift-Enter': leave, Escape: leave, Backspace: takeBack });
};

/** A pasted address links the selected words, or stands there as a link. */
const pasteAddress = (view: EditorView, event: ClipboardEvent): boolean => {
  const address = event.clipboardData?.getData('text/plain').trim() ?? '';
  const { link } = view.state.schema.marks;
  if (!isLinkAddress(address) || /\s/.test(address) || !link) return false;
  const { from, to, empty } = view.state.selection;
  const { tr } = view.state;
  const mark = link.create({ href: address });
  if (empty) tr.insert(from, view.state.schema.text(address, [mark])).removeStoredMark(link);
  else tr.addMark(from, to, mark);
  view.dispatch(tr.scrollIntoView());
  return true;
};

/**
 * Opens the note that begins at `start` of the post in an editor of its own, within `place`. Its document is the note: what
 * is changed in it is changed in the post in the same moment, and the other way round, so that saving, undo and
 * journal know one text only.
 */
export const openNoteEditor = (
  editor: Editor,
  start: number,
  place: HTMLElement,
  { language, onLeave, onGone }: NoteOptions,
): NoteEditor | null => {
  const note = editor.state.doc.nodeAt(start);
  if (note?.type.name !== 'footnote') return null;
  const { schema } = editor;
  let at = start;

  const dispatch = (transaction: Transaction): void => {
    const { state, transactions } = view.state.applyTransaction(transaction);
    view.updateState(state);
    view.dom.classList.toggle('is-empty', state.doc.content.size === 0);
    if (transaction.getMeta(fromPost) === true) return;
    const { tr } = editor.state;
    const shift = StepMap.offset(at + 1);
    for (const { steps } of transactions) {
      for (const step of steps) {
        const moved = step.map(shift);
        if (moved) tr.step(moved);
      }
    }
    if (!tr.docChanged) return;
    const composition: unknown = transaction.getMeta('composition');
    if (composition !== undefined) tr.setMeta('composition', composition);
    editor.view.dispatch(startsUndoStep(transaction) ? startUndoStep(tr) : tr);
  };

  const view = new EditorView(place, {
    state: EditorState.create({
      doc: note,
      selection: Selection.atEnd(note),
      plugins: [...smartTypingIn(editor.state), keysOf(onLeave)],
    }),
    markViews: editor.extensionManager.markViews,
    dispatchTransaction: dispatch,
    handleKeyDown: (view, event) => runHere(editor, view, event),
    attributes: {
      class: `prose note-text${note.content.size === 0 ? ' is-empty' : ''}`,
      role: 'textbox',
      'aria-label': words('footnote.field'),
      'data-placeholder': words('footnote.placeholder'),
      dir: 'auto',
      lang: language,
      translate: 'no',
    },
    transformPastedHTML: (html) => cleanHtml(html, [], language).html,
    transformPasted: (slice) => noteSlice(slice, schema),
    clipboardTextParser: (text, $context) => noteText(text, schema, $context.marks()),
    handlePaste: pasteAddress,
    handleDrop: (_view, event) => (event.dataTransfer?.files.length ?? 0) > 0,
    handleDOMEvents: {
      beforeinput: (_view, event) => {
        if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return false;
        event.preventDefault();
        return event.inputType === 'historyUndo' ? editor.commands.undo() : editor.commands.redo();
      },
    },
  });

  const follow = ({
    transaction,
    appendedTransactions = [],
  }: {
    readonly transaction: Transaction;
    readonly appendedTransactions?: readonly Transaction[];
  }): void => {
    let gone = false;
    for (const { mapping } of [transaction, ...appendedTransactions]) {
      const moved = mapping.mapResult(at, 1);
      gone ||= moved.deletedAfter;
      at = moved.pos;
    }
    const now = editor.state.doc.nodeAt(at);
    if (gone || now?.type.name !== 'footnote') {
      onGone();
      return;
    }
    const { doc, tr } = view.state;
    const from = doc.content.findDiffStart(now.content);
    const end = doc.content.findDiffEnd(now.content);
    if (from === null || end === null) return;
    const overlap = Math.max(0, from - Math.min(end.a, end.b));
    const slice = now.slice(from, end.b + overlap);
    view.dispatch(tr.replace(from, end.a + overlap, slice).setMeta(fromPost, true));
  };
  editor.on('transaction', follow);

  return {
    view,
    at: () => at,
    close: () => {
      editor.off('transaction', follow);
      view.destroy();
    },
  };
};
