import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

export const dividerToHtml: NodeToHtml = () => [h('hr')];
