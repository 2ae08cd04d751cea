import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const underlineToHtml: MarkToHtml = (_mark, children) => [h('u', children)];
