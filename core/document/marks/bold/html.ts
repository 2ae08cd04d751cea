import { h } from 'hastscript';
import type { MarkToHtml } from '../../html.ts';

export const boldToHtml: MarkToHtml = (_mark, children) => [h('strong', children)];
