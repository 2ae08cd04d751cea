import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const codeToHtml: MarkToHtml = (_mark, children) => [h('code', children)];
