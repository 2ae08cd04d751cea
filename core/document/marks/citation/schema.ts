import { getMarkRange, Mark } from '@tiptap/core';
import { declareAttributes, requireAttributes, sourceAttr } from '../../attributes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    citation: {
      /** Ties the selected words to a source; without a selection inserts `label` as a citation. */
      setCitation: (citation: { source: string; label: string }) => ReturnType;
      /** Removes the citations of the selection, or the one that the caret stands in; their words stay. */
      unsetCitation: () => ReturnType;
    };
  }
}

const attributes = { source: sourceAttr('data-source', { required: true }) };

/** An inline reference to one of the post's sources; the marked words are its label. */
export const citation = Mark.create({
  name: 'citation',
  inclusive: false,
  excludes: 'citation link',
  addAttributes: () => declareAttributes(attributes),
  parseHTML: () => [{ tag: 'cite[data-source]', getAttrs: requireAttributes(attributes) }],
  renderHTML: ({ HTMLAttributes }) => ['cite', HTMLAttributes, 0],
  addCommands() {
    return {
      setCitation:
        ({ source, label }) =>
        ({ tr, state, dispatch }) => {
          const { from, to, empty, $from } = state.selection;
          if (!$from.parent.type.allowsMarkType(this.type) || (empty && !label)) return false;
          if (!dispatch) return true;
          const mark = this.type.create({ source });
          if (!empty) tr.addMark(from, to, mark);
          else tr.insert(from, state.schema.text(label, mark.addToSet($from.marks()))).removeStoredMark(this.type);
          tr.scrollIntoView();
          return true;
        },
      unsetCitation:
        () =>
        ({ tr, state, dispatch }) => {
          const { from, to, empty, $from } = state.selection;
          const range = empty ? getMarkRange($from, this.type) : { from, to };
          if (!range || !state.doc.rangeHasMark(range.from, range.to, this.type)) return false;
          if (dispatch) tr.removeMark(range.from, range.to, this.type);
          return true;
        },
    };
  },
});
