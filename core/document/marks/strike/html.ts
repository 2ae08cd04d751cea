import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const strikeToHtml: MarkToHtml = (_mark, children) => [h('s', children)];
