import type { Element } from 'hast';
import { attribute } from '../../../core/rendering/tree.ts';
import { wordless } from './allowed.ts';
import { type Holder, rewrite, text } from './tree.ts';

// Emoji, also in sequences, with their variation selectors and joiners: nothing else.
const emoji =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[0-9#*]\ufe0f?\u20e3|[\u200d\ufe0f])+$/u;

const sizeOf = (it: Element, name: string): number => Number.parseFloat(attribute(it, name));

/** A picture of one or two pixels counts visitors. */
const isTracker = (it: Element): boolean => sizeOf(it, 'width') <= 2 || sizeOf(it, 'height') <= 2;

const isShown = (it: Element): boolean => ['src', 'srcSet', 'dataSrc'].some((name) => attribute(it, name) !== '');

/** Whether an `<img>` is one that a reader of the page would miss. */
export const isReaderPicture = (it: Element): boolean => isShown(it) && !isTracker(it);

/**
 * Takes pictures out: those of other sites would be hot-linked and die. A picture of an emoji becomes that emoji. Returns
 * how many pictures a reader of the page would miss.
 */
export const takePictures = (tree: Holder): number => {
  let leftOut = 0;
  rewrite(tree, (it, within) => {
    if (it.tagName !== 'img') return [it];
    const alt = attribute(it, 'alt');
    if (emoji.test(alt)) return [text(alt)];
    const unseen = within.some(({ tagName }) => wordless.has(tagName));
    if (isReaderPicture(it) && !unseen) leftOut += 1;
    return [];
  });
  return leftOut;
};
