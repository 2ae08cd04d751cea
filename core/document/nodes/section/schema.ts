import { Node } from '@tiptap/core';
import { type Command, Selection, TextSelection } from '@tiptap/pm/state';
import { choiceAttr, declareAttributes, textAttr } from '../../attributes.ts';
import { bindKey } from '../../editing/caret.ts';
import { enterOverBlocks } from '../../editing/enter.ts';
import { firstBlockOf } from '../../editing/place.ts';

export const sectionKinds = ['free', 'summary', 'comment'] as const;
export type SectionKind = (typeof sectionKinds)[number];

/**
 * A part of the post. `label` is the quiet label that only the writer sees; empty means the default of the kind.
 * The heading that the reader sees is a `sectionHeading`.
 */
export const section = Node.create({
  name: 'section',
  // Blocks come first in the alternative, so that a section made by the editor itself gets a paragraph, not a heading.
  content: '(block+ | (sectionHeading block+))',
  defining: true,
  isolating: true,
  addAttributes: () =>
    declareAttributes({
      kind: choiceAttr('data-kind', sectionKinds),
      label: textAttr('data-label', { forReader: false }),
    }),
  parseHTML: () => [{ tag: 'section[data-section]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', { 'data-section': '', ...HTMLAttributes }, 0],
  addKeyboardShortcuts() {
    return {
      Backspace: bindKey(leaveSectionBackwards),
      'Mod-Backspace': bindKey(leaveSectionBackwards),
      Enter: bindKey(enterOverBlocks),
    };
  },
});

/**
 * Backspace before the first block of a section: sections are never joined by it. The caret goes to the end of what
 * stands before (section heading, previous section, headline), and an empty paragraph goes away unless it is the only block.
 */
export const leaveSectionBackwards: Command = (state, dispatch) => {
  const caret = state.selection instanceof TextSelection ? state.selection.$cursor : null;
  if (caret?.depth !== 2 || caret.parentOffset > 0) return false;
  const parent = caret.node(1);
  const first = firstBlockOf(parent, caret.start(1));
  if (parent.type.name !== 'section' || caret.before(2) !== first) return false;
  const { tr } = state;
  const blocks = parent.firstChild?.type.name === 'sectionHeading' ? parent.childCount - 1 : parent.childCount;
  if (caret.parent.type.name === 'paragraph' && caret.parent.content.size === 0 && blocks > 1) {
    tr.delete(first, caret.after(2));
  }
  const before = Selection.findFrom(tr.doc.resolve(first), -1);
  if (before) dispatch?.(tr.setSelection(before).scrollIntoView());
  return true;
};
