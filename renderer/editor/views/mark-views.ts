import type { MarkViewRenderer } from '@tiptap/core';
import { directionOfLanguage, languageName } from '../../../core/document/languages.ts';

const element = (tag: 'code' | 'span'): HTMLElement => {
  const dom = document.createElement(tag);
  // The engine checks all words against the dictionary of the post's language, whatever an element says of its own.
  dom.spellcheck = false;
  return dom;
};

/** A passage in another language: quietly underlined, named on hover, and not spelled like the words around it. */
export const passageView: MarkViewRenderer = ({ mark }) => {
  const lang = String(mark.attrs.lang);
  const dom = element('span');
  dom.lang = lang;
  dom.dir = directionOfLanguage(lang);
  dom.className = 'passage';
  dom.title = languageName(lang).english;
  return { dom, contentDOM: dom };
};

/** Code between words is not spelled. */
export const codeMarkView: MarkViewRenderer = () => {
  const dom = element('code');
  return { dom, contentDOM: dom };
};
