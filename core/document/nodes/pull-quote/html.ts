import { h } from 'hastscript';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

/** An aside, since the words stand in the text already: a screen reader can step over it. */
export const pullQuoteToHtml: NodeToHtml = (node, { children }) =>
  node.textContent.trim()
    ? [h('aside', { className: ['pull-quote'], dir: directionOf(node) }, [h('p', children(node))])]
    : [];
