import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorContext, SlashQuery } from '../editor-context.ts';

type Trigger = { readonly query: SlashQuery | null };

const trigger = new PluginKey<SlashQuery | null>('slashTrigger');

/** Longer lines are text that only begins with a slash. */
const longest = 40;

/** Whether a slash typed here is the first sign of a paragraph, or the first after one space. */
const isFirst = (state: EditorState, from: number): boolean => {
  const { parent } = state.doc.resolve(from);
  return parent.type.name === 'paragraph' && parent.content.size <= 1 && /^\s?$/.test(parent.textContent);
};

/** What stands in the paragraph between the slash and the caret; null when the caret went elsewhere or much was typed. */
const queryAt = (state: EditorState, from: number): SlashQuery | null => {
  const caret = state.selection.$head;
  const { parent } = caret;
  if (!state.selection.empty || parent.type.name !== 'paragraph' || parent.content.size > longest) return null;
  if (caret.start() > from || caret.pos <= from || caret.pos !== caret.end()) return null;
  const text = parent.textBetween(from - caret.start(), parent.content.size, null, '\n');
  return text.startsWith('/') && !text.includes('\n') ? { from, to: caret.pos, text: text.slice(1) } : null;
};

const typeSlash = (view: EditorView, from: number, text: string, insert: () => Transaction): boolean => {
  if (text !== '/' || view.composing || !isFirst(view.state, from)) return false;
  view.dispatch(insert().setMeta(trigger, { query: { from, to: from + 1, text: '' } } satisfies Trigger));
  return true;
};

/** Puts the slash menu away and leaves the text as it was typed. */
export const closeSlashMenu = (tr: Transaction): Transaction =>
  tr.setMeta(trigger, { query: null } satisfies Trigger).setMeta('addToHistory', false);

/**
 * Notes that a slash was typed where a block begins, and what is typed after it. Nothing is looked at for a key before
 * that, and nothing is asked again after Escape.
 */
export const slashTrigger = ({ ui }: EditorContext): Extension =>
  Extension.create({
    name: 'slashTrigger',
    addProseMirrorPlugins: () => [
      new Plugin<SlashQuery | null>({
        key: trigger,
        state: {
          init: () => null,
          apply: (tr, query, _before, state) => {
            const now = tr.getMeta(trigger) as Trigger | undefined;
            if (now) return now.query;
            return query && (tr.docChanged || tr.selectionSet) ? queryAt(state, tr.mapping.map(query.from, -1)) : query;
          },
        },
        props: {
          handleTextInput: (view, from, _to, text, insert) => typeSlash(view, from, text, insert),
        },
        view: () => ({
          update: (view) => {
            const slash = trigger.getState(view.state) ?? null;
            if (slash !== ui.getState().slash) ui.setState({ slash });
          },
        }),
      }),
    ],
  });
