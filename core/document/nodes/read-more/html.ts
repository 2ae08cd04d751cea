import { h } from 'hastscript';
import type { NodeToHtml } from '../../html.ts';

/** A rule with a class; dialects make their platform's own break of the first one. */
export const readMoreToHtml: NodeToHtml = () => [h('hr', { className: ['read-more'] })];
