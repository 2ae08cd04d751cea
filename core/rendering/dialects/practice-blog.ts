import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { galleryColumns } from '../../document/gallery-size.ts';
import { startText } from '../../embeds/start-time.ts';
import type { Dialect } from '../dialect.ts';
import { embedsIn, isEmbed, shownEmbed } from '../embed.ts';
import { footnoteLinkAttributes, footnotePlace } from '../footnotes.ts';
import { mediaSlot } from '../media-slots.ts';
import { note } from '../preflight.ts';
import { isRawHtml, rawHtmlContent, rawHtmlNotes, withRawHtml } from '../raw-html.ts';
import { isReadMore, readMoreNotes, withOneReadMore } from '../read-more.ts';
import { childOf, elementsIn, hasClass, mapTree, playerIn, textOf } from '../tree.ts';

const captionOf = (figure: Element): readonly Element[] => {
  const caption = childOf(figure, 'figcaption');
  return caption && textOf(caption).trim() !== '' ? [caption] : [];
};

/** What a card says of each kind: without a title, where it leads, and its sign. */
const cardWords = {
  video: { untitled: 'Video on', place: 'Watch on', sign: '▶' },
  audio: { untitled: 'Audio on', place: 'Listen on', sign: '♪' },
  post: { untitled: 'Post on', place: 'Read on', sign: '❝' },
} as const;

/** Players refuse pages opened from a file, so an embed is a card that leads to it. */
const embedCard = (figure: Element): Element => {
  const { embed, provider, site, page, title, picture } = shownEmbed(figure);
  const { untitled, place, sign } = cardWords[provider?.kind ?? 'post'];
  const start = startText(embed.start);
  return h('figure', { className: ['video'] }, [
    h('a', { className: ['video-card'], href: page }, [
      picture
        ? h('img', { src: picture.properties.src, alt: '', className: ['video-still'] })
        : h('span', { className: ['video-play'], ariaHidden: 'true' }, sign),
      h('span', [
        h('span', { className: ['video-title'] }, title || `${untitled} ${site}`),
        h('span', { className: ['video-place'] }, `${place} ${site}${start === '' ? '' : `, ${start}`}`),
      ]),
    ]),
    ...captionOf(figure),
  ]);
};

const picture = (figure: Element, image: Element): Element => {
  const sha256 = String(image.properties.dataMedia);
  const { className } = figure.properties;
  return h('figure', className ? { className } : {}, [
    h('img', {
      src: mediaSlot(sha256, 'url'),
      alt: String(image.properties.alt ?? ''),
      width: mediaSlot(sha256, 'width'),
      height: mediaSlot(sha256, 'height'),
    }),
    ...captionOf(figure),
  ]);
};

/** The browser's own player. It reads how long the recording is before it is played, and nothing else. */
const recording = (figure: Element, player: Element): Element => {
  const { dataMedia: _, dataPoster: __, ...properties } = player.properties;
  return h('figure', { className: figure.properties.className }, [
    h(player.tagName, { ...properties, preload: 'metadata' }),
    ...captionOf(figure),
  ]);
};

/** The figures of a gallery came before it: the pass goes from the leaves up. */
const gallery = (figure: Element): Element => {
  const pictures = figure.children.filter((child) => child.type === 'element' && child.tagName === 'figure');
  const className = ['gallery', `columns-${galleryColumns(pictures.length)}`];
  return h('figure', { className }, onLines([...pictures, ...captionOf(figure)]));
};

/** A line for each block: people look at the source of this blog. */
const onLines = (blocks: readonly ElementContent[]): ElementContent[] => {
  const line = { type: 'text', value: '\n' } as const;
  return [line, ...blocks.flatMap((block) => [block, line])];
};

const adaptNode = (node: ElementContent): readonly ElementContent[] => {
  if (node.type !== 'element') return [node];
  if (node.tagName === 'section')
    return [
      { ...node, children: onLines(node.children) },
      { type: 'text', value: '\n' },
    ];
  if (isRawHtml(node)) return rawHtmlContent(node);
  if (isReadMore(node)) return [h('span', { className: ['read-more'], id: 'more' })];
  if (node.tagName !== 'figure') return [node];
  if (isEmbed(node)) return [embedCard(node)];
  if (hasClass(node, 'table')) return [node];
  if (hasClass(node, 'gallery')) return [gallery(node)];
  const player = playerIn(node);
  if (player) return [recording(node, player)];
  const [image] = elementsIn(node, 'img');
  if (image) return [picture(node, image)];
  return captionOf(node).map(({ properties: { dir }, children }) => h('p', { dir }, children));
};

/** Plain semantic HTML for a static page without scripts. */
export const practiceBlog: Dialect = {
  keepsLanguage: true,
  largestPicture: null,
  adapt: (tree) => mapTree(withOneReadMore(tree), adaptNode),
  origins: {},
  schema: withRawHtml({
    attributes: {
      a: [['className', 'video-card'], ...footnoteLinkAttributes],
      li: [footnotePlace],
      section: [
        ['className', 'summary', 'comment', 'free', 'footnotes'],
        ['role', 'doc-endnotes'],
      ],
      aside: [['className', 'pull-quote']],
      code: [['className', /^language-/]],
      img: [['className', 'video-still']],
      figure: [
        [
          'className',
          'video',
          'recording',
          'table',
          'gallery',
          /^columns-[23]$/,
          /^align-(?:left|right|wide)$/,
          /^width-(?:medium|small)$/,
          'own-work',
        ],
      ],
      span: [
        'ariaHidden',
        ['className', 'credit', 'video-play', 'video-title', 'video-place', 'read-more'],
        ['id', 'more'],
      ],
    },
  }),
  notes: (tree) => {
    const embeds = embedsIn(tree).length;
    return [
      ...(embeds > 0 ? [note('info', 'video-as-card', { count: embeds })] : []),
      ...rawHtmlNotes(tree),
      ...readMoreNotes(tree),
    ];
  },
};
