import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const languageToHtml: MarkToHtml = (mark, children) => [h('span', { lang: String(mark.attrs.lang) }, children)];
