import { Node } from '@tiptap/core';
import { chainCommands, exitCode } from '@tiptap/pm/commands';
import { type Declaration, declareAttributes } from '../../attributes.ts';
import { bindKey } from '../../editing/caret.ts';
import { enterInCode, indentCode, joinNotesToCode, leaveCodeDown, unmakeCode } from '../../editing/code.ts';
import { toggleTextblock, turnByTyping } from '../../editing/textblock.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    codeBlock: {
      /** Turns the selected paragraphs into code blocks, or back when they all are. */
      toggleCodeBlock: () => ReturnType;
    };
  }
}

/** The name of a programming language, in small letters as highlighters know it; empty for plain text. */
const languageName: Declaration = {
  kind: 'setting',
  html: 'data-language',
  initial: '',
  accepts: (value) => typeof value === 'string' && /^[a-z0-9+#._-]{0,30}$/.test(value),
  read: (text) => text.trim().toLowerCase(),
};

/**
 * Lines of a computer's, kept as they are. ` ``` ` and a space or Enter make one, with the language's name before it if wanted.
 * Tab indents; Ctrl+Enter, a third Enter and the arrow down at the end go on after it.
 */
export const codeBlock = Node.create({
  name: 'codeBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  addAttributes: () => declareAttributes({ language: languageName }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
  addCommands() {
    return {
      toggleCodeBlock:
        () =>
        ({ state, dispatch }) =>
          toggleTextblock(this.type)(state, dispatch),
    };
  },
  addInputRules() {
    return [turnByTyping(/^```([a-z0-9+#._-]{0,30})[\s\n]$/, this.type, ([, language = '']) => ({ language }))];
  },
  addKeyboardShortcuts() {
    return {
      Enter: bindKey(enterInCode),
      'Mod-Enter': bindKey(exitCode),
      ArrowDown: bindKey(leaveCodeDown),
      Backspace: bindKey(chainCommands(unmakeCode, joinNotesToCode(-1))),
      Delete: bindKey(joinNotesToCode(1)),
      Tab: bindKey(indentCode(1)),
      'Shift-Tab': bindKey(indentCode(-1)),
    };
  },
});
