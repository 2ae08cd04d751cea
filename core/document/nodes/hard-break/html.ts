import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const hardBreakToHtml: NodeToHtml = () => [h('br')];
