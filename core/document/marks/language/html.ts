import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';
import { directionOfLanguage } from '../../languages.ts';

/** The direction stays where it is another than that of the words around. */
export const languageToHtml: MarkToHtml = (mark, children) => {
  const lang = String(mark.attrs.lang);
  return [h('span', { lang, dir: directionOfLanguage(lang) }, children)];
};
