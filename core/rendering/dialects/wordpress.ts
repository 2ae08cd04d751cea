import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Dialect } from '../dialect.ts';
import { directionOnWords } from '../direction.ts';
import { embedLink, embedPicture, embedsIn, isEmbed, shownEmbed } from '../embed.ts';
import { footnoteLinkAttributes, footnotePlace, isEndnotes } from '../footnotes.ts';
import { note } from '../preflight.ts';
import { isRawHtml, rawHtmlContent, rawHtmlNotes, withRawHtml } from '../raw-html.ts';
import { isReadMore, readMoreNotes, withOneReadMore } from '../read-more.ts';
import { childOf, elementsIn, hasClass, isElement, mapTree, playerIn, textOf } from '../tree.ts';
import { type Block, block, joined } from './wordpress-block.ts';
import { embedBlock, embeddedBy, wide } from './wordpress-embed.ts';
import { captionOf, image, recording } from './wordpress-media.ts';

const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

const paragraph = (children: readonly ElementContent[], dir?: unknown): Block => {
  const direction = typeof dir === 'string' ? dir : null;
  return block('paragraph', direction ? { direction } : {}, h('p', direction ? { dir: direction } : {}, [...children]));
};

const heading = (element: Element): Block => {
  const level = Number(element.tagName.slice(1));
  return block(
    'heading',
    level === 2 ? {} : { level },
    h(element.tagName, { className: ['wp-block-heading'] }, element.children),
  );
};

const listNames = ['ul', 'ol'] as const;

/** The block editor's list items hold words and lists, nothing else. */
const isPlainList = (list: Element): boolean =>
  list.children.every(
    (item) =>
      item.type !== 'element' ||
      item.children.every((child) => fitsListItem(child) && (!isElement(child, ...listNames) || isPlainList(child))),
  );

const blockNames = ['blockquote', 'figure', 'hr', 'h2', 'h3', 'h4', 'section', 'div', 'pre', 'aside'] as const;

const fitsListItem = (node: ElementContent): boolean => !isElement(node, ...blockNames);

const isInline = (node: ElementContent | undefined): boolean =>
  node !== undefined && !isElement(node, 'p', ...listNames);

const listItem = (children: readonly ElementContent[], id?: unknown): Block => {
  const content: ElementContent[] = [];
  for (const [index, child] of children.entries()) {
    if (isElement(child, ...listNames)) content.push(...list(child, child.children));
    else if (isElement(child, 'p')) {
      // Further paragraphs of an item become lines: an item is one run of text to the block editor.
      if (content.length > 0) content.push(h('br'), h('br'));
      content.push(...child.children);
    } else if (!isBlank(child) || (isInline(children[index - 1]) && isInline(children[index + 1]))) content.push(child);
  }
  // The block editor keeps an element's id in the block's comment as well.
  const anchor = typeof id === 'string' ? id : undefined;
  return block('list-item', anchor ? { anchor } : {}, h('li', anchor ? { id: anchor } : {}, content));
};

const list = (element: Element, items: readonly ElementContent[], from = 1): Block => {
  const start = from === 1 ? {} : { start: from };
  const blocks = items.flatMap((item) => (isElement(item, 'li') ? [listItem(item.children, item.properties.id)] : []));
  return block(
    'list',
    element.tagName === 'ol' ? { ordered: true, ...start } : {},
    h(element.tagName, { ...(element.tagName === 'ol' ? start : {}), className: ['wp-block-list'] }, joined(blocks)),
  );
};

/** A list, parted where an item holds a block that the block editor allows in no item; numbering goes on. */
const listBlocks = (element: Element): readonly Block[] => {
  const blocks: Block[] = [];
  let items: ElementContent[] = [];
  let next = Number(element.properties.start ?? 1);
  const flush = (): void => {
    if (items.length > 0) blocks.push(list(element, items, next));
    next += items.length;
    items = [];
  };
  for (const item of element.children) {
    if (!isElement(item, 'li')) continue;
    const split = item.children.findIndex(
      (child) => !fitsListItem(child) || (isElement(child, ...listNames) && !isPlainList(child)),
    );
    if (split < 0) {
      items.push(item);
      continue;
    }
    items.push({ ...item, children: item.children.slice(0, split) });
    flush();
    blocks.push(...blocksOf(item.children.slice(split)));
  }
  flush();
  return blocks;
};

const quote = (element: Element): Block => {
  const footer = childOf(element, 'footer');
  const words = element.children.filter((child) => child !== footer);
  const cite = footer?.children.flatMap((child) => (isElement(child, 'cite') ? child.children : [child])) ?? [];
  return block(
    'quote',
    {},
    h('blockquote', { className: ['wp-block-quote'] }, [
      ...joined(blocksOf(words)),
      ...(cite.length > 0 ? [h('cite', cite)] : []),
    ]),
  );
};

/** An embed block where WordPress makes a player of it, else a labelled link below its still picture. */
const embedBlocks = (figure: Element): readonly Block[] => {
  const shown = shownEmbed(figure);
  const known = embeddedBy(shown);
  if (known) return [embedBlock(shown, known, captionOf(figure))];
  const picture = embedPicture(shown);
  const link = paragraph([embedLink(shown)]);
  if (picture) return [image(figure, picture, shown.page), link];
  const caption = childOf(figure, 'figcaption');
  return [link, ...(caption && textOf(caption).trim() !== '' ? [paragraph(caption.children)] : [])];
};

const cellNames = ['td', 'th'] as const;

/** Cells of the block editor hold one run of words: further paragraphs become lines. */
const cellLines = (cell: Element): Element => ({
  ...cell,
  children: cell.children.flatMap((child, index): ElementContent[] => {
    if (!isElement(child, 'p')) return [child];
    return [...(index > 0 ? [h('br')] : []), ...child.children];
  }),
});

const inCells = (node: ElementContent): ElementContent => {
  if (isElement(node, ...cellNames)) return cellLines(node);
  return node.type === 'element' ? { ...node, children: node.children.map(inCells) } : node;
};

/** A table block. The editor's default is columns of one width, which it says with a class. */
const table = (figure: Element, rows: Element): Block =>
  block(
    'table',
    {},
    h('figure', { className: ['wp-block-table'] }, [
      h('table', { className: ['has-fixed-layout'] }, rows.children.map(inCells)),
      ...captionOf(figure),
    ]),
  );

/** A gallery block. How many columns stand beside one another is left to the block's own default. */
const gallery = (figure: Element): Block => {
  const pictures = figure.children.flatMap((child) => (isElement(child, 'figure') ? figureBlocks(child) : []));
  const caption = captionOf(figure).map(({ children }) =>
    h('figcaption', { className: ['blocks-gallery-caption', 'wp-element-caption'] }, children),
  );
  return block(
    'gallery',
    { linkTo: 'none' },
    h('figure', { className: ['wp-block-gallery', 'has-nested-images', 'columns-default', 'is-cropped'] }, [
      ...joined(pictures),
      ...caption,
    ]),
  );
};

const figureBlocks = (figure: Element): readonly Block[] => {
  const rows = childOf(figure, 'table');
  if (rows) return [table(figure, rows)];
  if (isEmbed(figure)) return embedBlocks(figure);
  if (hasClass(figure, 'gallery')) return [gallery(figure)];
  const player = playerIn(figure);
  if (player) return [recording(figure, player)];
  const [picture] = elementsIn(figure, 'img');
  if (picture) return [image(figure, picture)];
  const caption = childOf(figure, 'figcaption');
  return caption && textOf(caption).trim() !== '' ? [paragraph(caption.children)] : [];
};

/** The block editor's code block keeps no language. */
const code = (element: Element): Block =>
  block('code', {}, h('pre', { className: ['wp-block-code'] }, [h('code', textOf(element))]));

const pullQuote = (element: Element): Block => {
  const words = elementsIn(element, 'p').map((each) => h('p', each.children));
  return block('pullquote', {}, h('figure', { className: ['wp-block-pullquote'] }, [h('blockquote', words)]));
};

/** A group that is an aside: the block editor has no block of that name. */
const aside = (element: Element): Block =>
  block(
    'group',
    { tagName: 'aside' },
    h('aside', { className: ['wp-block-group'] }, joined(blocksOf(element.children))),
  );

const separator = (): Block =>
  block('separator', {}, h('hr', { className: ['wp-block-separator', 'has-alpha-channel-opacity'] }));

const blocksOf = (nodes: readonly ElementContent[]): readonly Block[] => nodes.flatMap(blockOf);

const blockOf = (node: ElementContent): readonly Block[] => {
  if (node.type !== 'element') return isBlank(node) ? [] : [paragraph([node])];
  if (isRawHtml(node)) {
    const content = rawHtmlContent(node);
    const shown = content.slice(0, content.findLastIndex((child) => !isBlank(child)) + 1);
    return shown.length > 0 ? [block('html', {}, ...shown)] : [];
  }
  if (isReadMore(node)) return [block('more', {}, { type: 'comment', value: 'more' })];
  if (isEndnotes(node)) return [separator(), ...blocksOf(node.children)];
  switch (node.tagName) {
    case 'p':
      return [paragraph(node.children, node.properties.dir)];
    case 'h2':
    case 'h3':
    case 'h4':
      return [heading(node)];
    case 'ul':
    case 'ol':
      return listBlocks(node);
    case 'blockquote':
      return [quote(node)];
    case 'figure':
      return figureBlocks(node);
    case 'pre':
      return [code(node)];
    case 'aside':
      return [hasClass(node, 'pull-quote') ? pullQuote(node) : aside(node)];
    case 'hr':
      return [separator()];
    default:
      return blocksOf(node.children);
  }
};

/** The block editor's own spelling of underlined text; its trailing semicolon is what the content filter removes. */
const underline = 'text-decoration: underline';

const inline = (node: ElementContent): readonly ElementContent[] =>
  isElement(node, 'u') ? [h('span', { style: underline }, node.children)] : [node];

const adapt = (tree: Root): Root => ({
  type: 'root',
  children: joined(blocksOf(mapTree(directionOnWords(withOneReadMore(tree)), inline).children as ElementContent[])),
});

/**
 * The same without block comments. One block comment in a post without any has WordPress leave out `wpautop`, and all the other
 * paragraphs, which have no elements of their own, run together.
 */
const withoutBlockComments = (tree: Root): Root =>
  mapTree(tree, (node) => (node.type === 'comment' && /^ \/?wp:/.test(node.value) ? [] : [node]));

/** Block markup as WordPress's own editor serialises it, without anything that a role's content filter takes away. */
export const wordpress: Dialect = {
  keepsLanguage: false,
  // `big_image_size_threshold` (wp_create_image_subsizes).
  largestPicture: 2560,
  adapt,
  origins: {
    'wordpress-blocks': { adapt, gap: '\n\n' },
    'wordpress-classic': { adapt: (tree) => withoutBlockComments(adapt(tree)), gap: '\n\n' },
  },
  schema: withRawHtml({
    allowComments: true,
    attributes: {
      a: footnoteLinkAttributes,
      li: [footnotePlace],
      h2: [['className', 'wp-block-heading']],
      h3: [['className', 'wp-block-heading']],
      h4: [['className', 'wp-block-heading']],
      ul: [['className', 'wp-block-list']],
      ol: [['className', 'wp-block-list']],
      blockquote: [['className', 'wp-block-quote']],
      figure: [
        [
          'className',
          'wp-block-image',
          'size-full',
          /^align(?:left|right|wide)$/,
          'wp-block-embed',
          'wp-block-video',
          'wp-block-audio',
          'wp-block-pullquote',
          'wp-block-table',
          'wp-block-gallery',
          'has-nested-images',
          'columns-default',
          ...wide,
          'own-work',
          /^(is-|wp-block-embed-)[a-z-]+$/,
        ],
      ],
      table: [['className', 'has-fixed-layout']],
      img: [
        ['className', /^wp-image-/],
        ['style', /^width:\d{1,4}px;height:auto$/],
      ],
      pre: [['className', 'wp-block-code']],
      aside: [['className', 'wp-block-group']],
      figcaption: [['className', 'wp-element-caption', 'blocks-gallery-caption']],
      div: [['className', 'wp-block-embed__wrapper']],
      hr: [['className', 'wp-block-separator', 'has-alpha-channel-opacity']],
      span: [
        ['className', 'credit'],
        ['style', underline],
      ],
    },
  }),
  notes: (tree, capabilities) => {
    const embeds = embedsIn(tree);
    const asBlock = embeds.filter((shown) => embeddedBy(shown) !== null).length;
    const asLink = embeds.filter((shown) => !shown.asLink && embeddedBy(shown) === null).length;
    const moved = [...elementsIn(tree, 'ul'), ...elementsIn(tree, 'ol')].filter((each) => !isPlainList(each)).length;
    return [
      ...(asBlock > 0 && capabilities?.unfilteredHtml === false
        ? [note('info', 'video-as-block', { count: asBlock })]
        : []),
      ...(asLink > 0 ? [note('info', 'embed-as-link', { count: asLink })] : []),
      ...(moved > 0 ? [note('info', 'blocks-out-of-list', { count: moved })] : []),
      ...rawHtmlNotes(tree),
      ...readMoreNotes(tree),
    ];
  },
};
