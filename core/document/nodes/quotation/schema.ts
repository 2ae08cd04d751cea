import { InputRule, Node } from '@tiptap/core';
import { Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model';
import { type Command, TextSelection } from '@tiptap/pm/state';
import { declareAttributes, sourceAttr } from '../../attributes.ts';
import { bindKey, caretIn, moveCaret } from '../../editing/caret.ts';
import { placeBlock } from '../../editing/place.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    quotation: {
      /**
       * Puts a quotation after the current block. With `text` (lines become paragraphs) the caret goes on in the
       * attribution, without it in the quotation.
       */
      insertQuotation: (quotation: { source: string | null; text?: string }) => ReturnType;
    };
  }
}

/** A source's own words, tied to that source, and who said them. */
export const quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'paragraph+ attribution',
  defining: true,
  isolating: true,
  addAttributes: () => declareAttributes({ source: sourceAttr('data-source', { required: false }) }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addCommands() {
    return {
      insertQuotation:
        ({ source, text = '' }) =>
        ({ tr, state, dispatch }) => {
          const lines = text.split(/\s*\n\s*/).filter(Boolean);
          const block = quotationOf(state.schema, source, lines);
          if (!block) return false;
          if (dispatch) {
            const start = placeBlock(tr, block);
            const caret = lines.length > 0 ? start + block.nodeSize - 2 : start + 2;
            tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
          }
          return true;
        },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\s*>\s$/,
        handler: ({ state, range }) => {
          const $from = state.doc.resolve(range.from);
          const place = $from.node(-1);
          const index = $from.index(-1);
          const attribution = state.schema.nodes.attribution?.create();
          if ($from.parent.type.name !== 'paragraph' || !attribution) return null;
          if (!place.canReplaceWith(index, index + 1, this.type)) return null;
          const { tr } = state;
          tr.delete(range.from, range.to);
          const before = $from.before();
          const words = tr.doc.nodeAt(before);
          if (!words) return null;
          tr.replaceWith(before, before + words.nodeSize, this.type.create(null, [words, attribution]));
          tr.setSelection(TextSelection.create(tr.doc, before + 2));
          return undefined;
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return { Enter: bindKey(enterInQuotation), Backspace: bindKey(unwrapQuotation) };
  },
});

/** A quotation of these lines, with an attribution to fill; without lines one to write into. */
export const quotationOf = (
  schema: Schema,
  source: string | null,
  lines: readonly string[],
): ProseMirrorNode | null => {
  const { paragraph, attribution, quotation: type } = schema.nodes;
  if (!paragraph || !attribution || !type) return null;
  const words =
    lines.length > 0 ? lines.map((line) => paragraph.create(null, schema.text(line))) : [paragraph.create()];
  return type.create({ source }, [...words, attribution.create()]);
};

/**
 * Enter in quoted words begins another paragraph of them; in an empty last paragraph it takes that away and goes on in
 * the attribution.
 */
export const enterInQuotation: Command = (state, dispatch) => {
  const type = state.schema.nodes.paragraph;
  const caret = type && caretIn(state, type);
  if (!caret || caret.depth < 2 || caret.node(-1).type.name !== 'quotation') return false;
  if (caret.parent.content.size > 0) {
    // The general key would make an attribution here: ProseMirror prefers what the content expression names last.
    const marks = state.storedMarks ?? caret.marks();
    dispatch?.(state.tr.split(caret.pos).ensureMarks(marks).scrollIntoView());
    return true;
  }
  const words = caret.node(-1).childCount - 1;
  if (caret.index(-1) !== words - 1) return false;
  if (words === 1) return moveCaret(state, dispatch, caret.after(), 1);
  const tr = state.tr.delete(caret.before(), caret.after());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, caret.before() + 1)).scrollIntoView());
  return true;
};

/** Backspace at the very start of a quotation: its words become paragraphs again, the attribution too unless empty. */
export const unwrapQuotation: Command = (state, dispatch) => {
  const type = state.schema.nodes.paragraph;
  const caret = type && caretIn(state, type);
  if (!caret || caret.depth < 2 || caret.parentOffset > 0) return false;
  const wrapper = caret.node(-1);
  if (wrapper.type.name !== 'quotation' || caret.index(-1) > 0) return false;
  const paragraphs: ProseMirrorNode[] = [];
  wrapper.forEach((child) => {
    if (child.type === type) paragraphs.push(child);
    else if (child.content.size > 0) paragraphs.push(type.create(null, child.content));
  });
  const before = caret.before(-1);
  const tr = state.tr.replaceWith(before, caret.after(-1), Fragment.from(paragraphs));
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, before + 1)).scrollIntoView());
  return true;
};
