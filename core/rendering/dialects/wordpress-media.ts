import type { Element } from 'hast';
import { h } from 'hastscript';
import { mediaSlot } from '../media-slots.ts';
import { childOf, hasClass, textOf, widthIn } from '../tree.ts';
import { type Block, block } from './wordpress-block.ts';

/** The figure's caption as blocks have it: one element, or none where it says nothing. */
export const captionOf = (figure: Element): readonly Element[] => {
  const caption = childOf(figure, 'figcaption');
  return caption && textOf(caption).trim() !== ''
    ? [h('figcaption', { className: ['wp-element-caption'] }, caption.children)]
    : [];
};

/** Sides and widths as the image block calls them. */
const alignOf = (figure: Element): string | undefined =>
  ['left', 'right', 'wide'].find((align) => hasClass(figure, `align-${align}`));

/** A picture at a side leaves room for the words beside it; in full size it would take their whole line. */
const sideWidth = 320;

/** How wide an image is shown, as the image block says it; undefined for as wide as it and the theme allow. */
const widthOf = (figure: Element, align: string | undefined): string | undefined => {
  const width = widthIn(figure) ?? (align === 'left' || align === 'right' ? sideWidth : null);
  return width === null ? undefined : `${width}px`;
};

/** That a picture or recording is the writer's own, as a class of the block, which the block editor keeps and shows under "Advanced". */
const ownWork = (figure: Element): { readonly className?: 'own-work' } =>
  hasClass(figure, 'own-work') ? { className: 'own-work' } : {};

/** An image block; `href` makes the picture a link. */
export const image = (figure: Element, picture: Element, href?: string): Block => {
  const sha256 = String(picture.properties.dataMedia);
  const id = mediaSlot(sha256, 'id');
  const align = alignOf(figure);
  const width = widthOf(figure, align);
  const shown = h('img', {
    src: mediaSlot(sha256, 'url'),
    alt: String(picture.properties.alt ?? ''),
    className: [`wp-image-${id}`],
    ...(width ? { style: `width:${width};height:auto` } : {}),
  });
  return block(
    'image',
    {
      id,
      ...(width ? { width } : {}),
      sizeSlug: 'full',
      linkDestination: href === undefined ? 'none' : 'custom',
      ...(align ? { align } : {}),
      ...ownWork(figure),
    },
    h(
      'figure',
      {
        className: [
          'wp-block-image',
          ...(align ? [`align${align}`] : []),
          'size-full',
          ...(width ? ['is-resized'] : []),
          ...Object.values(ownWork(figure)),
        ],
      },
      [href === undefined ? shown : h('a', { href }, [shown]), ...captionOf(figure)],
    ),
  );
};

/** A recording as the block of its kind. The block editor writes no size: it asks the file. */
export const recording = (figure: Element, player: Element): Block => {
  const sha256 = String(player.properties.dataMedia);
  const { tagName } = player;
  return block(
    tagName,
    { id: mediaSlot(sha256, 'id'), ...ownWork(figure) },
    h('figure', { className: [`wp-block-${tagName}`, ...Object.values(ownWork(figure))] }, [
      h(tagName, { controls: true, poster: player.properties.poster, src: mediaSlot(sha256, 'url') }),
      ...captionOf(figure),
    ]),
  );
};
