import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Dialect } from '../dialect.ts';
import { isEmbed } from '../embed.ts';
import { isEndnotes } from '../footnotes.ts';
import { mediaSlot } from '../media-slots.ts';
import { placeNotes } from '../preflight.ts';
import { isRawHtml, rawHtmlContent, rawHtmlNotes } from '../raw-html.ts';
import { isReadMore } from '../read-more.ts';
import { childOf, elementsIn, hasClass, mapTree, playerIn } from '../tree.ts';
import { captionAs, embedAsLink, htmlSchema, linkNotes, playerOf } from './html-blogs.ts';

/** What Ghost's editor keeps as it is. */
const card = (content: readonly ElementContent[]): ElementContent[] => [
  { type: 'comment', value: 'kg-card-begin: html' },
  { type: 'text', value: '\n' },
  ...content,
  { type: 'text', value: '\n' },
  { type: 'comment', value: 'kg-card-end: html' },
];

const figureCard = (kind: string, shown: Element, figure: Element): Element => {
  const caption = captionAs('figcaption', figure);
  const wide = hasClass(figure, 'align-wide') ? ['kg-width-wide'] : [];
  const classes = ['kg-card', kind, ...wide, ...(caption.length > 0 ? ['kg-card-hascaption'] : [])];
  return h('figure', { className: classes }, [shown, ...caption]);
};

const picture = (figure: Element, image: Element): Element => {
  const sha256 = String(image.properties.dataMedia);
  return figureCard(
    'kg-image-card',
    h('img', {
      src: mediaSlot(sha256, 'url'),
      className: ['kg-image'],
      alt: String(image.properties.alt ?? ''),
      loading: 'lazy',
      width: mediaSlot(sha256, 'width'),
      height: mediaSlot(sha256, 'height'),
    }),
    figure,
  );
};

/** Ghost's video card. Its audio card has a title and no place for a credit, so sound goes out as an HTML card. */
const recording = (figure: Element, player: Element): ElementContent[] => {
  const { dataMedia: _, dataPoster: __, ...properties } = player.properties;
  const shown = h(player.tagName, { ...properties, preload: 'metadata' });
  if (player.tagName === 'audio') return card([h('figure', [shown, ...captionAs('figcaption', figure)])]);
  return [figureCard('kg-video-card', h('div', { className: ['kg-video-container'] }, [shown]), figure)];
};

const figureBlocks = (figure: Element): ElementContent[] => {
  // Figures of a gallery are blocks already; each keeps its own caption and credit, for which Ghost's gallery card has no place.
  if (hasClass(figure, 'gallery')) {
    return [
      ...figure.children.filter((child) => child.type === 'element' && child.tagName === 'figure'),
      ...captionAs('p', figure),
    ];
  }
  if (childOf(figure, 'table')) return card([figure]);
  if (isEmbed(figure)) {
    const player = playerOf(figure);
    if (player) return [figureCard('kg-embed-card', player, figure)];
    return [...embedAsLink(figure, (still) => picture(figure, still))];
  }
  const recorded = playerIn(figure);
  if (recorded) return recording(figure, recorded);
  const [image] = elementsIn(figure, 'img');
  return image ? [picture(figure, image)] : [...captionAs('p', figure)];
};

const adaptNode = (node: ElementContent): readonly ElementContent[] => {
  if (node.type !== 'element') return [node];
  if (isRawHtml(node)) return card(rawHtmlContent(node));
  if (isReadMore(node)) return [];
  switch (node.tagName) {
    case 'section':
      return isEndnotes(node) ? [h('hr'), ...node.children] : node.children;
    case 'figure':
      return figureBlocks(node);
    case 'aside':
      return hasClass(node, 'pull-quote')
        ? [
            h(
              'blockquote',
              { className: ['kg-blockquote-alt'] },
              elementsIn(node, 'p').flatMap((line) => line.children),
            ),
          ]
        : card([node]);
    default:
      return [node];
  }
};

const adapt = (tree: Root): Root => mapTree(tree, adaptNode);

/** HTML as Ghost's renderer writes it, for blocks that are edited in a post of Ghost. Its break for members is no read-more break. */
export const ghost: Dialect = {
  keepsLanguage: false,
  largestPicture: null,
  adapt,
  origins: { ghost: { adapt, gap: '\n' } },
  schema: htmlSchema({
    attributes: {
      blockquote: [['className', 'kg-blockquote-alt']],
      figure: [
        [
          'className',
          'kg-card',
          'kg-image-card',
          'kg-embed-card',
          'kg-video-card',
          'kg-card-hascaption',
          'kg-width-wide',
          'table',
        ],
      ],
      div: [['className', 'kg-video-container']],
      img: [
        ['className', 'kg-image'],
        ['loading', 'lazy'],
      ],
      code: [['className', /^language-/]],
      span: [['className', 'credit']],
    },
  }),
  notes: (tree) => [...linkNotes(tree), ...rawHtmlNotes(tree), ...placeNotes(tree)],
};
