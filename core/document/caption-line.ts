import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { directionOf } from './direction.ts';
import type { HtmlContext } from './html.ts';
import { captionToHtml } from './nodes/caption/html.ts';
import { creditToHtml } from './nodes/credit/html.ts';

/** Caption and credit of a figure or embed on one line, as readers know it: "Rescue boats off Lampedusa. Reuters." */
export const captionLine = (captioned: ProseMirrorNode, context: HtmlContext): ElementContent[] => {
  const { firstChild: caption, lastChild: credit } = captioned;
  const words = caption?.textContent.trim() ? captionToHtml(caption, context) : [];
  const owner = credit ? creditToHtml(credit, context) : [];
  if (words.length === 0 && owner.length === 0) return [];
  const space: ElementContent[] = words.length > 0 && owner.length > 0 ? [{ type: 'text', value: ' ' }] : [];
  return [h('figcaption', { dir: directionOf(captioned) }, [...words, ...space, ...owner])];
};
