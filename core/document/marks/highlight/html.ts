import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const highlightToHtml: MarkToHtml = (_mark, children) => [h('mark', children)];
