import type { Editor } from '@tiptap/react';
import { useCommand } from '../app/commands.ts';
import { bridge } from '../bridge/client.ts';
import { showNotice } from '../ui/notices.ts';
import type { EditorContext } from './editor-context.ts';
import { words } from './words.ts';

type Props = { readonly editor: Editor; readonly context: EditorContext };

const copyAsMarkdown = async ({ editor, context }: Props): Promise<void> => {
  const { doc, selection } = editor.state;
  const content = selection.empty ? doc.content : selection.content().content;
  const { toMarkdown } = await import('../../core/document/markdown-tree.ts');
  const text = toMarkdown(content, { sources: context.ui.getState().sources });
  const copied = await bridge().app.copyText({ text });
  if (copied.ok) showNotice({ text: words(selection.empty ? 'markdown.copiedPost' : 'markdown.copiedSelection') });
  else context.onTrouble(copied.error);
};

/** Copying works in any open post, also in one that may only be read. */
export const CopyCommands = (props: Props) => {
  useCommand('edit.copy-markdown', () => void copyAsMarkdown(props));
  return null;
};
