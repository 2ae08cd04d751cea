import type { ChainedCommands, Editor } from '@tiptap/react';
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Command } from '../../core/commands/command.ts';
import { type CommandId, commands } from '../../core/commands/table.ts';
import { type CommandReason, useCommand } from '../app/commands.ts';
import { dismissNotice, showNotice } from '../ui/notices.ts';
import type { EditorContext, Panel } from './editor-context.ts';
import { type Formats, formatsOf, markCommands, sameFormats } from './formats.ts';
import { tabMode } from './keys.ts';
import { citeSource, quoteSource } from './source-commands.ts';
import { useAtCaret } from './use-at-caret.ts';
import { words } from './words.ts';

type Props = {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** Opens the system's file dialog and inserts what was chosen. */
  readonly onChoosePictures: () => void;
  readonly onChooseRecording: () => void;
};

type Format = {
  readonly id: CommandId;
  readonly run: (chain: ChainedCommands) => ChainedCommands;
  readonly ticked?: (formats: Formats) => boolean;
  /** The mark that the place must take; blocks look for themselves. */
  readonly mark?: string;
};

const markFormats: readonly (Format & { readonly mark: string })[] = markCommands.map(([id, mark]) => ({
  id,
  mark,
  run: (chain) => chain.toggleMark(mark),
  ticked: ({ marks }) => marks.includes(mark),
}));

const headingFormats: readonly Format[] = ([2, 3, 4] as const).map((level) => ({
  id: `format.heading-${level}`,
  run: (chain) => chain.toggleHeading({ level }),
  ticked: ({ block }) => block === `heading-${level}`,
}));

const formats: readonly Format[] = [
  ...markFormats,
  ...headingFormats,
  {
    id: 'format.paragraph',
    run: (chain) => chain.setParagraph(),
    ticked: ({ block }) => block === 'paragraph',
  },
  {
    id: 'format.bulleted-list',
    run: (chain) => chain.toggleBulletList(),
    ticked: ({ list }) => list === 'bulletList',
  },
  {
    id: 'format.numbered-list',
    run: (chain) => chain.toggleOrderedList(),
    ticked: ({ list }) => list === 'orderedList',
  },
  {
    // Links, citations and languages stay: they are what the text says and not how it looks.
    id: 'format.clear',
    run: (chain) => markFormats.reduce((cleared, { mark }) => cleared.unsetMark(mark), chain).setParagraph(),
  },
  {
    id: 'format.left-to-right',
    run: (chain) => chain.toggleDirection('ltr'),
    ticked: ({ direction }) => direction === 'ltr',
  },
  {
    id: 'format.right-to-left',
    run: (chain) => chain.toggleDirection('rtl'),
    ticked: ({ direction }) => direction === 'rtl',
  },
  { id: 'insert.divider', run: (chain) => chain.insertDivider() },
  { id: 'insert.read-more', run: (chain) => chain.insertReadMore() },
  { id: 'insert.html', run: (chain) => chain.insertRawHtml() },
  {
    id: 'insert.code-block',
    run: (chain) => chain.toggleCodeBlock(),
    ticked: ({ block }) => block === 'codeBlock',
  },
  {
    id: 'insert.pull-quote',
    run: (chain) => chain.togglePullQuote(),
    ticked: ({ block }) => block === 'pullQuote',
  },
  { id: 'insert.aside', run: (chain) => chain.toggleAside(), ticked: ({ aside }) => aside },
];

const inField = (): boolean => document.activeElement?.matches('input, textarea') === true;

type FormatCommandProps = { readonly editor: Editor; readonly format: Format; readonly now: Formats };

const FormatCommand = ({ editor, format, now }: FormatCommandProps) => {
  const ticked = format.ticked?.(now) ?? false;
  const allowed = format.mark === undefined || now.allowed.includes(format.mark);
  useCommand(format.id, () => void format.run(editor.chain().focus()).run(), here(allowed, { ticked }));
  return null;
};

const here = (enabled: boolean, more: { readonly ticked?: boolean } = {}) => ({
  enabled,
  ...(enabled ? {} : { reason: 'not-here' as CommandReason }),
  ...more,
});

/** The address of the link at the caret or at the start of the selection; empty where there is none. */
const linkHere = (editor: Editor): string => {
  const href: unknown = editor.getAttributes('link').href;
  return typeof href === 'string' ? href : '';
};

/** Puts a footnote at the caret and opens it for writing. */
const writeFootnote = (editor: Editor, context: EditorContext): void => {
  if (!editor.chain().focus().insertFootnote().run()) return;
  context.ui.setState({ panel: { kind: 'footnote', at: editor.state.selection.from } });
};

/** Says what the editor's commands do while a post is open for writing. Renders again only when a format changes. */
export const EditorCommands = ({ editor, context, onChoosePictures, onChooseRecording }: Props) => {
  const now = useAtCaret(editor, formatsOf, sameFormats);
  const { canUndo, canRedo } = now;
  const linked = now.marks.includes('link');
  const linkable = now.allowed.includes('link');
  const citable = now.allowed.includes('citation');
  const open = (panel: Panel): void => context.ui.setState({ panel });

  // From the menu they may be meant for a field beside the text; the browser knows how to undo in those.
  const undo = { enabled: canUndo, ...(canUndo ? {} : { reason: 'nothing-to-undo' as CommandReason }) };
  const redo = { enabled: canRedo, ...(canRedo ? {} : { reason: 'nothing-to-undo' as CommandReason }) };
  useCommand('edit.undo', () => (inField() ? document.execCommand('undo') : editor.commands.undo()), undo);
  useCommand('edit.redo', () => (inField() ? document.execCommand('redo') : editor.commands.redo()), redo);

  useCommand('format.link', () => open({ kind: 'link', href: linkHere(editor) }), here(linkable, { ticked: linked }));
  useCommand('format.remove-link', () => void editor.chain().focus().unsetLink().run(), here(linked));
  useCommand(
    'format.language',
    () => open({ kind: 'language' }),
    here(now.allowed.includes('language'), { ticked: now.marks.includes('language') }),
  );
  useCommand('insert.picture', onChoosePictures);
  useCommand('insert.picture-address', () => open({ kind: 'picture-address' }));
  useCommand('post.html-source', () => open({ kind: 'html-source' }));
  useCommand('insert.recording', onChooseRecording);
  useCommand('insert.video', () => open({ kind: 'embed' }));
  useCommand('insert.citation', () => citeSource(editor, context), here(citable));
  useCommand('insert.footnote', () => writeFootnote(editor, context), here(citable));
  useCommand('insert.quotation', () => quoteSource(editor, context));

  return formats.map((format) => <FormatCommand key={format.id} editor={editor} format={format} now={now} />);
};

/** Ctrl+M works wherever the focus is, with any post open, and says what Tab does from now on. */
export const TabModeCommand = () => {
  const leaves = useStore(tabMode, (state) => state.leaves);
  const told = useRef(0);
  const toggle = (): void => {
    tabMode.setState({ leaves: !leaves });
    dismissNotice(told.current);
    told.current = showNotice({ text: words(leaves ? 'tab.stays' : 'tab.leaves') });
  };
  useCommand('view.tab-leaves-editor', toggle, { ticked: leaves });
  return null;
};

const editing = (commands as readonly (Command & { readonly id: CommandId })[]).filter(
  ({ needs }) => needs === 'editor',
);

const ReadOnlyCommand = ({ id }: { readonly id: CommandId }) => {
  useCommand(id, () => undefined, { enabled: false, reason: 'read-only' });
  return null;
};

/** Says of every command that edits why it cannot run, while a post is open that may only be read. */
export const ReadOnlyCommands = () => editing.map(({ id }) => <ReadOnlyCommand key={id} id={id} />);
