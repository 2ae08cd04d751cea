import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Dialect } from '../dialect.ts';
import { isEmbed } from '../embed.ts';
import { isEndnotes } from '../footnotes.ts';
import { mediaSlot } from '../media-slots.ts';
import { recordingNotes } from '../preflight.ts';
import { isRawHtml, rawHtmlContent, rawHtmlNotes } from '../raw-html.ts';
import { isReadMore, readMoreNotes, withOneReadMore } from '../read-more.ts';
import { childOf, elementsIn, hasClass, mapTree, playerIn, widthIn } from '../tree.ts';
import { captionAs, embedAsLink, htmlSchema, linkNotes, playerOf } from './html-blogs.ts';

/** The styles that Blogger's own editor writes. */
const centred = 'clear: both; text-align: center;';
const centredTable = 'margin-left: auto; margin-right: auto;';
const centredCell = 'text-align: center;';

const separator = (shown: ElementContent): Element => h('div', { className: ['separator'], style: centred }, [shown]);

/** A picture at a side, in the words of Blogger's editor. */
const sideStyles: Readonly<Record<'left' | 'right', string>> = {
  left: 'float: left; margin-right: 1em;',
  right: 'float: right; margin-left: 1em;',
};

const sideOf = (figure: Element): string | null => {
  if (hasClass(figure, 'align-left')) return sideStyles.left;
  return hasClass(figure, 'align-right') ? sideStyles.right : null;
};

/** Something with a caption is a table of two rows. */
const captioned = (shown: ElementContent, figure: Element): Element => {
  const [caption] = captionAs('td', figure, { className: ['tr-caption'], style: centredCell });
  const side = sideOf(figure);
  if (!caption) return side ? h('div', { className: ['separator'], style: side }, [shown]) : separator(shown);
  return h('table', { className: ['tr-caption-container'], style: side ?? centredTable }, [
    h('tbody', [h('tr', [h('td', { style: centredCell }, [shown])]), h('tr', [caption])]),
  ]);
};

const pictureOf = (image: Element, width: number | null = null): Element => {
  const sha256 = String(image.properties.dataMedia);
  return h('img', {
    src: mediaSlot(sha256, 'url'),
    alt: String(image.properties.alt ?? ''),
    // The browser knows the height to a width.
    ...(width === null ? { width: mediaSlot(sha256, 'width'), height: mediaSlot(sha256, 'height') } : { width }),
  });
};

const figureBlocks = (figure: Element): readonly ElementContent[] => {
  if (hasClass(figure, 'gallery')) {
    const pictures = figure.children.filter(
      (child) => child.type === 'element' && (child.tagName === 'div' || child.tagName === 'table'),
    );
    return [...pictures, ...captionAs('p', figure)];
  }
  const rows = childOf(figure, 'table');
  if (rows) return [rows, ...captionAs('p', figure)];
  if (isEmbed(figure)) {
    const player = playerOf(figure);
    return player ? [captioned(player, figure)] : embedAsLink(figure, (still) => captioned(pictureOf(still), figure));
  }
  // Blogger takes no video or audio files from programs: the words stay, and preflight says so.
  if (playerIn(figure)) return captionAs('p', figure);
  const [image] = elementsIn(figure, 'img');
  return image ? [captioned(pictureOf(image, widthIn(figure)), figure)] : captionAs('p', figure);
};

const adaptNode = (node: ElementContent): readonly ElementContent[] => {
  if (node.type !== 'element') return [node];
  if (isRawHtml(node)) return rawHtmlContent(node);
  if (isReadMore(node)) return [h('a', { name: 'more' })];
  if (node.tagName === 'figure') return figureBlocks(node);
  if (node.tagName === 'section') return isEndnotes(node) ? [h('hr'), ...node.children] : node.children;
  return [node];
};

const adapt = (tree: Root): Root => mapTree(withOneReadMore(tree), adaptNode);

/** HTML as Blogger's editor writes it, for blocks that are edited in a post of Blogger. */
export const blogger: Dialect = {
  keepsLanguage: false,
  largestPicture: null,
  adapt,
  origins: { blogger: { adapt, gap: '\n' } },
  schema: htmlSchema({
    attributes: {
      a: [['name', 'more']],
      div: [
        ['className', 'separator'],
        ['style', centred, ...Object.values(sideStyles)],
      ],
      table: [
        ['className', 'tr-caption-container'],
        ['style', centredTable, ...Object.values(sideStyles)],
      ],
      td: [
        ['className', 'tr-caption'],
        ['style', centredCell],
      ],
      aside: [['className', 'pull-quote']],
      code: [['className', /^language-/]],
      span: [['className', 'credit']],
    },
  }),
  notes: (tree) => [...linkNotes(tree), ...recordingNotes(tree), ...rawHtmlNotes(tree), ...readMoreNotes(tree)],
};
