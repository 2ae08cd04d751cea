import type { Element } from 'hast';
import { mediaPlaceholder } from '../../../core/document/html-tree.ts';
import { isSha256 } from '../../../core/document/media.ts';
import { attribute, hasClass } from '../../../core/rendering/tree.ts';
import { wordless } from './allowed.ts';
import { captionIn, captioning, isCaption, lineOf } from './captions.ts';
import { isReaderPicture } from './pictures.ts';
import { element, type Holder, isElement, rewrite } from './tree.ts';

/** WordPress (the block, and before it the shortcode), Ghost, and what Rejoinder itself publishes. */
const isGallery = (it: Element): boolean =>
  hasClass(it, 'wp-block-gallery') ||
  hasClass(it, 'kg-gallery-card') ||
  (hasClass(it, 'gallery') && (it.tagName === 'figure' || attribute(it, 'className').includes('gallery-columns-')));

type Item = { readonly image: Element; readonly around: Element | null };

/** The pictures of a gallery, each with the element that holds it and its caption and no other picture. */
const itemsIn = (holder: Element, around: Element | null = null): readonly Item[] =>
  holder.children.flatMap((child): readonly Item[] => {
    if (!isElement(child)) return [];
    if (child.tagName === 'img') return isReaderPicture(child) ? [{ image: child, around }] : [];
    if (wordless.has(child.tagName)) return [];
    return itemsIn(child, isElement(child, 'figure', 'li', 'dl') ? child : around);
  });

const ownPicture = (image: Element): string | null => {
  const [base, source] = [mediaPlaceholder(''), attribute(image, 'src')];
  const sha256 = source.slice(base.length);
  return source.startsWith(base) && isSha256(sha256) ? sha256 : null;
};

const figureOf = ({ image, around }: Item): Element => {
  const media = ownPicture(image);
  return {
    ...element('figure', captioning(lineOf((around && captionIn(around))?.children ?? []))),
    properties: { dataFigure: '', dataAlt: attribute(image, 'alt'), ...(media ? { dataMedia: media } : {}) },
  };
};

/**
 * Makes galleries of other programs ours. Their pictures lie on another site and do not come along: each keeps its place,
 * with its caption and alternative text, and waits for its file. Returns how many did not come. Runs before pictures go.
 */
export const readGalleries = (tree: Holder): number => {
  let leftOut = 0;
  rewrite(tree, (it) => {
    const items = isGallery(it) ? itemsIn(it) : [];
    if (items.length < 2) return [it];
    leftOut += items.filter(({ image }) => ownPicture(image) === null).length;
    const caption = lineOf(it.children.find(isCaption)?.children ?? []);
    const figures = [...items.map(figureOf), element('figcaption', caption)];
    return [{ ...element('figure', figures), properties: { dataGallery: '' } }];
  });
  return leftOut;
};
