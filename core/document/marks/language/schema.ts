import { Mark } from '@tiptap/core';
import { declareAttributes, languageAttr, requireAttributes } from '../../attributes.ts';

const attributes = { lang: languageAttr('lang') };

/** A passage in another language than the text around it, so that it is read aloud, hyphenated and spelled as such. */
export const language = Mark.create({
  name: 'language',
  addAttributes: () => declareAttributes(attributes),
  parseHTML: () => [{ tag: 'span[lang]', getAttrs: requireAttributes(attributes) }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});
