import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const superscriptToHtml: MarkToHtml = (_mark, children) => [h('sup', children)];
