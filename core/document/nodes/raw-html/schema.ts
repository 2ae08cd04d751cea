import { Node } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { placeBlock } from '../../editing/place.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    rawHtml: {
      /** Puts an HTML block after the current block; the caret goes into it. */
      insertRawHtml: (html?: string) => ReturnType;
    };
  }
}

/** Markup that the document has no node for, kept as its source. It is inert text here and in the editor. */
export const rawHtml = Node.create({
  name: 'rawHtml',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-raw-html]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: () => ['pre', { 'data-raw-html': '' }, ['code', 0]],
  addCommands() {
    return {
      insertRawHtml:
        (html = '') =>
        ({ tr, state, dispatch }) => {
          const block = this.type.create(null, html ? state.schema.text(html) : null);
          if (dispatch) {
            const at = placeBlock(tr, block);
            tr.setSelection(TextSelection.create(tr.doc, at + 1 + html.length)).scrollIntoView();
          }
          return true;
        },
    };
  },
});
