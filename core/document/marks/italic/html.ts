import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const italicToHtml: MarkToHtml = (_mark, children) => [h('em', children)];
