import { getMarkRange, Mark } from '@tiptap/core';
import { isLinkAddress } from '../../../sources/address.ts';
import { declareAttributes, linkAttr, requireAttributes } from '../../attributes.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    link: {
      /**
       * Links the selection, or changes the link that the caret stands in, or inserts `text` (by default the address)
       * as a link. Does nothing for an address that is not absolute http, https or mailto, and where links cannot be.
       */
      setLink: (link: { href: string; text?: string }) => ReturnType;
      /** Removes the links of the selection, or the one that the caret stands in. */
      unsetLink: () => ReturnType;
    };
  }
}

const attributes = { href: linkAttr('href') };

/** A link to a page or a mail address. A reference to one of the post's sources is a citation instead. */
export const link = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: 'link citation',
  addAttributes: () => declareAttributes(attributes),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: requireAttributes(attributes) }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
  addCommands() {
    return {
      setLink:
        ({ href, text = href }) =>
        ({ tr, state, dispatch }) => {
          const { from, to, empty, $from } = state.selection;
          if (!isLinkAddress(href) || !$from.parent.type.allowsMarkType(this.type)) return false;
          if (!dispatch) return true;
          const mark = this.type.create({ href });
          const range = empty ? getMarkRange($from, this.type) : { from, to };
          if (range) tr.addMark(range.from, range.to, mark);
          else tr.insert(from, state.schema.text(text, mark.addToSet($from.marks()))).removeStoredMark(this.type);
          tr.scrollIntoView();
          return true;
        },
      unsetLink:
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
