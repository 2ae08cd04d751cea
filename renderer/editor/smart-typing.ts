import { Extension } from '@tiptap/core';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { bindKey } from '../../core/document/editing/caret.ts';
import { plainSigns, quotesOf, typeset } from '../../core/document/typography.ts';
import { startUndoStep } from './undo/undo-history.ts';

export type SmartTypingOptions = {
  /** Asked at each quotation mark, hyphen and full stop. */
  readonly enabled: () => boolean;
  /** The language of the post (BCP 47); a passage may have another one. */
  readonly language: () => string;
};

/** The sign that was just made typographic, and what was typed for it. */
type Made = { readonly from: number; readonly to: number; readonly typed: string };

const made = new PluginKey<Made | null>('smartTyping');

/** The plugin of `smartTyping` in a state, for a part of the post that has an editor of its own. */
export const smartTypingIn = ({ plugins }: EditorState): readonly Plugin[] =>
  plugins.filter(({ spec }) => spec.key === made);

/** As much of a line as decides whether a quotation in it is open. */
const lookBehind = 400;

const isCode = (state: EditorState, $at: ResolvedPos): boolean =>
  $at.parent.type.spec.code === true || (state.storedMarks ?? $at.marks()).some(({ type }) => type.spec.code === true);

const languageAt = ($at: ResolvedPos): string | null => {
  const mark = $at.marks().find(({ type }) => type.name === 'language');
  const lang: unknown = mark?.attrs.lang;
  return typeof lang === 'string' ? lang : null;
};

const makeSign = (
  options: SmartTypingOptions,
  view: EditorView,
  from: number,
  sign: string,
  type: () => void,
): boolean => {
  const $from = view.state.doc.resolve(from);
  if (!$from.parent.inlineContent || isCode(view.state, $from)) return false;
  const { parent, parentOffset } = $from;
  const before = parent.textBetween(Math.max(0, parentOffset - lookBehind), parentOffset, null, '\n');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const result = typeset(sign, line, quotesOf(languageAt($from) ?? options.language()));
  if (result === null) return false;
  // Twice, so that one undo gives back what was typed.
  type();
  const to = view.state.selection.head;
  const start = to - sign.length - result.before;
  const typed = line.slice(line.length - result.before) + sign;
  const tr = startUndoStep(view.state.tr).insertText(result.text, start, to);
  view.dispatch(tr.setMeta(made, { from: start, to: start + result.text.length, typed }).scrollIntoView());
  return true;
};

/** Takes back what a sign was just made into, and not the sign. */
export const takeBack: Command = (state, dispatch) => {
  const last = made.getState(state);
  if (!last) return false;
  dispatch?.(startUndoStep(state.tr).insertText(last.typed, last.from, last.to).scrollIntoView());
  return true;
};

/**
 * Makes quotation marks, apostrophes, dashes and ellipses of the signs on the keyboard while they are typed
 * (`core/document/typography.ts`), outside of code. Letters are not looked at.
 */
export const smartTyping = (options: SmartTypingOptions): Extension =>
  Extension.create({
    name: 'smartTyping',
    // Before the keymaps, for Backspace. No input rule of ours begins with one of the signs that this takes.
    priority: 1050,
    addKeyboardShortcuts: () => ({ Backspace: bindKey(takeBack) }),
    addProseMirrorPlugins: () => [
      new Plugin<Made | null>({
        key: made,
        state: {
          init: () => null,
          apply: (tr, last) => {
            const now = tr.getMeta(made) as Made | undefined;
            return now ?? (tr.docChanged || tr.selectionSet ? null : last);
          },
        },
        props: {
          handleTextInput: (view, from, _to, text, insert) =>
            plainSigns.has(text) &&
            !view.composing &&
            options.enabled() &&
            makeSign(options, view, from, text, () => view.dispatch(insert())),
        },
      }),
    ],
  });
