import type { Element, ElementContent } from 'hast';
import { hasClass, textOf } from '../../../core/rendering/tree.ts';
import { element, isElement, text } from './tree.ts';

/** Whether an element is the caption of what it stands beside, as HTML, the block editor or WordPress's shortcode writes it. */
export const isCaption = (it: ElementContent): it is Element =>
  isElement(it, 'figcaption') || (isElement(it, 'dd') && hasClass(it, 'wp-caption-text'));

/** The first caption in an element, however deep. */
export const captionIn = (holder: Element): Element | null => {
  for (const child of holder.children) {
    if (isCaption(child)) return child;
    const deeper = isElement(child) ? captionIn(child) : null;
    if (deeper) return deeper;
  }
  return null;
};

/** A caption is one line: blocks in it give their words. */
export const lineOf = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child) => (isElement(child, 'p', 'div') ? [...lineOf(child.children), text(' ')] : [child]));

const isCredit = (node: ElementContent): boolean => isElement(node, 'span') && hasClass(node, 'credit');

/** Caption and credit, as the schema reads them, of the words of a caption in which Rejoinder may have marked the credit. */
export const captioning = (words: readonly ElementContent[]): Element[] => {
  const credit = words.filter(isCredit).map((it) => text(textOf(it)));
  const caption = words.filter((it) => !isCredit(it));
  return [element('figcaption', caption), { ...element('footer', credit), properties: { dataCredit: '' } }];
};
