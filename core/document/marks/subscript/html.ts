import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const subscriptToHtml: MarkToHtml = (_mark, children) => [h('sub', children)];
