import { exitCode, newlineInCode } from '@tiptap/pm/commands';
import type { ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state';
import { hasNotes, spellOutNotes } from './footnotes.ts';
import { turnInto } from './textblock.ts';

/** Code is indented by two spaces: a tab is as wide as each blog's stylesheet likes. */
const indent = '  ';

const caretInCode = ({ selection }: EditorState): ResolvedPos | null => {
  const caret = selection instanceof TextSelection ? selection.$cursor : null;
  return caret?.parent.type.spec.code ? caret : null;
};

const lineStart = (text: string, offset: number): number => text.slice(0, offset).lastIndexOf('\n') + 1;

const indentOf = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';

/**
 * Enter in code begins a line that is indented like the one before. At the end, after two empty lines, it takes these away
 * and goes on in a paragraph after the block.
 */
export const enterInCode: Command = (state, dispatch) => {
  const caret = caretInCode(state);
  if (!caret) return newlineInCode(state, dispatch);
  const atEnd = caret.parentOffset === caret.parent.content.size;
  if (atEnd && caret.parent.textContent.endsWith('\n\n')) {
    const tr = state.tr.delete(caret.pos - 2, caret.pos);
    return exitCode(state.apply(tr), (leave) => {
      for (const step of leave.steps) tr.step(step);
      dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(leave.selection.from), 1)).scrollIntoView());
    });
  }
  dispatch?.(state.tr.insertText(`\n${indentOf(caret.parent.textContent, caret.parentOffset)}`).scrollIntoView());
  return true;
};

/** The arrow down on the last line of code that nothing follows makes a paragraph after it. */
export const leaveCodeDown: Command = (state, dispatch) => {
  const caret = caretInCode(state);
  if (!caret || caret.parent.textContent.slice(caret.parentOffset).includes('\n')) return false;
  const { nodeAfter } = state.doc.resolve(caret.after());
  return nodeAfter ? false : exitCode(state, dispatch);
};

/** Backspace at the very start of code makes paragraphs of it again. */
export const unmakeCode: Command = (state, dispatch) => {
  const caret = caretInCode(state);
  const { paragraph } = state.schema.nodes;
  if (!caret || caret.parentOffset > 0 || !paragraph) return false;
  return turnInto(paragraph)(state, dispatch);
};

/**
 * Backspace (-1) at the start of a line with notes that follows code, or Delete (1) at the end of that code: the line
 * becomes part of the code, and what its notes say stands there in brackets.
 */
export const joinNotesToCode =
  (side: -1 | 1): Command =>
  (state, dispatch) => {
    const caret = state.selection instanceof TextSelection ? state.selection.$cursor : null;
    if (!caret || caret.depth === 0) return false;
    if (caret.parentOffset !== (side < 0 ? 0 : caret.parent.content.size)) return false;
    const { pos, nodeBefore, nodeAfter } = state.doc.resolve(side < 0 ? caret.before() : caret.after());
    if (!nodeBefore?.type.spec.code || !nodeAfter?.isTextblock || !hasNotes(nodeAfter)) return false;
    const tr = spellOutNotes(state.tr, pos + 1, pos + nodeAfter.nodeSize - 1);
    dispatch?.(tr.join(pos).scrollIntoView());
    return true;
  };

/** Indents the selected lines of code by one step, or back; always takes the key, so that Tab is Tab in code. */
export const indentCode =
  (steps: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from, $to, empty } = state.selection;
    if (!$from.parent.type.spec.code || !$from.sameParent($to)) return false;
    const { tr } = state;
    if (steps === 1 && empty) tr.insertText(indent);
    else {
      const text = $from.parent.textContent;
      const first = lineStart(text, $from.parentOffset);
      // From the last line to the first, so that positions before stay.
      for (let at = lineStart(text, $to.parentOffset); ; at = lineStart(text, at - 1)) {
        const place = $from.start() + at;
        const before = /^(?:\t| {1,2})/.exec(text.slice(at))?.[0].length ?? 0;
        if (steps === 1) tr.insertText(indent, place);
        else if (before > 0) tr.delete(place, place + before);
        if (at <= first) break;
      }
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
