import { getMarkRange, Mark } from '@tiptap/core';
import { declareAttributes, languageAttr, requireAttributes } from '../../attributes.ts';
import { isLanguageTag } from '../../language-tag.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    language: {
      /**
       * Says the language (BCP 47) of the selection, of the passage that the caret stands in, or of what is typed next. Does
       * nothing for what is no tag, and where there are no marks.
       */
      setLanguage: (lang: string) => ReturnType;
      /** Makes the selection, or the passage that the caret stands in, be in the post's language again. */
      unsetLanguage: () => ReturnType;
    };
  }
}

const attributes = { lang: languageAttr('lang') };

/** A passage in another language than the text around it, so that it is read aloud, hyphenated and spelled as such. */
export const language = Mark.create({
  name: 'language',
  addAttributes: () => declareAttributes(attributes),
  parseHTML: () => [{ tag: 'span[lang]', getAttrs: requireAttributes(attributes) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  addCommands() {
    return {
      setLanguage:
        (lang) =>
        ({ tr, state, dispatch }) => {
          const { from, to, empty, $from } = state.selection;
          if (!isLanguageTag(lang) || !$from.parent.type.allowsMarkType(this.type)) return false;
          if (!dispatch) return true;
          const mark = this.type.create({ lang });
          const range = empty ? getMarkRange($from, this.type) : { from, to };
          if (range) tr.addMark(range.from, range.to, mark);
          else tr.addStoredMark(mark);
          return true;
        },
      unsetLanguage:
        () =>
        ({ tr, state, dispatch }) => {
          const { from, to, empty, $from } = state.selection;
          const range = empty ? getMarkRange($from, this.type) : { from, to };
          if (dispatch) {
            if (range) tr.removeMark(range.from, range.to, this.type);
            tr.removeStoredMark(this.type);
          }
          return true;
        },
    };
  },
});
