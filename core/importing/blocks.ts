import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent } from 'hast';
import { type FigureAlign, type FigureSize, figureAligns, figureWidths } from '../document/nodes/figure/schema.ts';
import { schema } from '../document/schema.ts';
import { parseEmbedAddress } from '../embeds/embed-address.ts';
import { attribute, childOf, hasClass, isElement, textOf } from '../rendering/tree.ts';
import { blockCommentOf } from './block-markup.ts';
import { directionIn, isBlank, nodeType, type Reading, readAttributes } from './reading.ts';
import { tableOf } from './tables.ts';
import { attributionOf, wordsOf } from './words.ts';

type Block = ProseMirrorNode | null;

/** An element of words as a block of words. */
export const textblock = (
  name: string,
  element: Element,
  reading: Reading,
  attrs: Readonly<Record<string, unknown>> = {},
): Block => {
  const type = nodeType(name);
  readAttributes(element, reading, 'dir');
  const content = wordsOf(element.children, type, reading);
  return content && type.create({ ...directionIn(element), ...attrs }, content);
};

const heading = (element: Element, reading: Reading): Block => {
  const level = Number(element.tagName.slice(1));
  const kept = Math.min(4, Math.max(2, level));
  if (kept !== level) reading.lose();
  return textblock('heading', element, reading, { level: kept });
};

const item = (element: Element, reading: Reading): Block => {
  readAttributes(element, reading);
  const blocks = blocksOf(element.children, reading);
  if (!blocks) return null;
  const paragraph = nodeType('paragraph');
  return nodeType('listItem').create(null, blocks[0]?.type === paragraph ? blocks : [paragraph.create(), ...blocks]);
};

const list = (element: Element, reading: Reading): Block => {
  const ordered = element.tagName === 'ol';
  readAttributes(element, reading, 'dir', ...(ordered ? ['start'] : []));
  const items: ProseMirrorNode[] = [];
  for (const child of element.children) {
    if (isBlank(child) || child.type === 'comment') {
      if (child.type === 'comment' && !isKnownComment(child.value, reading)) return null;
      continue;
    }
    const read = isElement(child, 'li') ? item(child, reading) : null;
    if (!read) return null;
    items.push(read);
  }
  const start = Number(attribute(element, 'start') || 1);
  if (items.length === 0 || !Number.isSafeInteger(start) || start < 0) return null;
  return nodeType(ordered ? 'orderedList' : 'bulletList').create(
    { ...directionIn(element), ...(ordered ? { start } : {}) },
    items,
  );
};

const quotation = (element: Element, reading: Reading): Block => {
  readAttributes(element, reading, 'cite');
  const [said, ...more] = element.children.filter((child) => isElement(child, 'cite', 'footer'));
  if (more.length > 0) return null;
  const words = blocksOf(
    element.children.filter((child) => child !== said),
    reading,
  );
  const paragraph = nodeType('paragraph');
  if (!words?.every(({ type }) => type === paragraph)) return null;
  const { attribution, source } = attributionOf(said?.type === 'element' ? said.children : [], reading);
  return nodeType('quotation').create({ source }, [...(words.length > 0 ? words : [paragraph.create()]), attribution]);
};

/** The text of code; editors of before the block editor end its lines with elements. */
const codeText = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (isElement(node, 'br') ? '\n' : node.type === 'element' ? codeText(node.children) : textOf(node)))
    .join('');

const code = (element: Element, reading: Reading): Block => {
  const [only, ...more] = element.children.filter((child) => !isBlank(child));
  const inner = isElement(only, 'code') && more.length === 0 ? only : element;
  const language = /(?:^| )language-([a-z0-9+#._-]{1,30})(?: |$)/.exec(attribute(inner, 'className'))?.[1];
  for (const each of new Set([element, inner])) readAttributes(each, reading);
  if (inner.children.some((child) => child.type !== 'text' && !isElement(child, 'br'))) reading.lose();
  const text = codeText(inner.children);
  return nodeType('codeBlock').create({ language: language ?? '' }, text === '' ? null : schema.text(text));
};

/** What stands in a caption, within the span that says which way it runs. */
const captionLine = (figure: Element): readonly ElementContent[] => {
  const line = childOf(figure, 'figcaption')?.children ?? [];
  const [only, ...more] = line;
  const directs = isElement(only, 'span') && Object.keys(only.properties).join() === 'dir';
  return directs && more.length === 0 ? only.children : line;
};

/** Caption and credit of a picture or video; the credit is what stands last in an element of that class. */
const captioning = (figure: Element, reading: Reading): ProseMirrorNode[] | null => {
  const line = captionLine(figure);
  const last = line.at(-1);
  const owner = last?.type === 'element' && hasClass(last, 'credit') ? last : undefined;
  const [captionType, creditType] = [nodeType('caption'), nodeType('credit')];
  const words = wordsOf(owner ? line.slice(0, -1) : line, captionType, reading);
  const credit = wordsOf(owner?.children ?? [], creditType, reading);
  return words && credit && [captionType.create(null, words), creditType.create(null, credit)];
};

/** What a figure shows besides its caption, white space and comments left out. */
const shownIn = (figure: Element): readonly ElementContent[] =>
  figure.children.filter((child) => child.type !== 'comment' && !isBlank(child) && !isElement(child, 'figcaption'));

/** How a figure stands, in the classes of WordPress, Ghost and our own. */
const alignIn = (figure: Element): FigureAlign => {
  if (hasClass(figure, 'kg-width-wide')) return 'wide';
  return (
    figureAligns.find((align) => hasClass(figure, `align${align}`) || hasClass(figure, `align-${align}`)) ?? 'none'
  );
};

/** How WordPress says that a picture is not shown in its own size. */
const shownWidth = /^width: ?(\d+)px; ?height: ?auto;?$/;

/** The size of a picture, in our own class or as WordPress and Blogger write what was sent from here. */
const sizeIn = (figure: Element, image: Element): FigureSize => {
  const shown = shownWidth.exec(attribute(image, 'style'))?.[1];
  const width = Number(shown ?? (attribute(image, 'height') === '' ? attribute(image, 'width') : ''));
  return (
    (['medium', 'small'] as const).find(
      (size) => hasClass(figure, `width-${size}`) || (width !== 0 && width === figureWidths[size]),
    ) ?? 'full'
  );
};

/** A picture with the caption of its figure; null when the library has no copy. */
export const picture = (figure: Element, image: Element, reading: Reading): Block => {
  const found = reading.pictureAt(attribute(image, 'src'));
  if (!found) return null;
  readAttributes(figure, reading);
  const [align, size] = [alignIn(figure), sizeIn(figure, image)];
  const isSized =
    (size !== 'full' || align === 'left' || align === 'right') && shownWidth.test(attribute(image, 'style'));
  const read = ['src', 'alt', 'width', 'height', 'loading', 'srcSet', 'sizes', ...(isSized ? ['style'] : [])];
  readAttributes(image, reading, ...read);
  const content = captioning(figure, reading);
  const ownWork = hasClass(figure, 'own-work');
  return (
    content &&
    nodeType('figure').create(
      { ...found, alt: attribute(image, 'alt'), decorative: false, ownWork, align, size },
      content,
    )
  );
};

/** A video with the caption of its figure; null for an address of anything else. */
export const video = (figure: Element, address: string, reading: Reading): Block => {
  const found = parseEmbedAddress(address);
  if (!found.ok) return null;
  readAttributes(figure, reading);
  const { url, provider, id, start } = found.value;
  const content = captioning(figure, reading);
  return content && nodeType('embed').create({ url, provider, videoId: id, start }, content);
};

/** A player of a video or audio file with the caption of its figure; null when the library has no copy of the file or of its poster. */
const recording = (figure: Element, player: Element, reading: Reading): Block => {
  const found = reading.recordingAt(attribute(player, 'src'));
  if (!found || player.children.some((child) => !isBlank(child))) return null;
  readAttributes(figure, reading);
  readAttributes(player, reading, 'src', 'controls', 'width', 'height', 'preload', 'poster');
  const address = attribute(player, 'poster');
  const poster = address === '' ? null : reading.pictureAt(address);
  if (address !== '' && !poster) return null;
  const content = captioning(figure, reading);
  const attributes = { kind: player.tagName, ownWork: hasClass(figure, 'own-work'), poster: poster?.media ?? null };
  return content && nodeType('recording').create({ ...found, ...attributes }, content);
};

/** The video in the container of Ghost's card, where it is alone there; the player that Ghost draws beside it has no node. */
const videoIn = (container: Element): Element | null => {
  const [only, ...more] = container.children.filter((child) => !isBlank(child));
  return hasClass(container, 'kg-video-container') && isElement(only, 'video') && more.length === 0 ? only : null;
};

const pullQuote = (figure: Element, words: Element, reading: Reading): Block => {
  const [line, ...more] = words.children.filter((child) => !isBlank(child));
  if (more.length > 0 || !isElement(line, 'p') || childOf(figure, 'figcaption')) return null;
  readAttributes(figure, reading);
  readAttributes(words, reading);
  return textblock('pullQuote', line, reading);
};

const figure = (element: Element, reading: Reading): Block => {
  const [shown, ...more] = shownIn(element);
  if (shown?.type !== 'element' || more.length > 0) return null;
  // No node has room for the words of two captions.
  if (element.children.filter((child) => isElement(child, 'figcaption')).length > 1) return null;
  switch (shown.tagName) {
    case 'table':
      return tableOf(shown, childOf(element, 'figcaption'), reading);
    case 'img':
      return picture(element, shown, reading);
    case 'a': {
      const [image, ...others] = shown.children.filter((child) => !isBlank(child));
      if (!isElement(image, 'img') || others.length > 0) return null;
      // A figure leads nowhere.
      reading.lose();
      return picture(element, image, reading);
    }
    case 'video':
    case 'audio':
      return recording(element, shown, reading);
    case 'div': {
      if (hasClass(shown, 'wp-block-embed__wrapper')) return video(element, textOf(shown).trim(), reading);
      const player = videoIn(shown);
      return player && recording(element, player, reading);
    }
    case 'iframe':
      return video(element, attribute(shown, 'src'), reading);
    case 'blockquote':
      return hasClass(element, 'wp-block-pullquote') ? pullQuote(element, shown, reading) : null;
    default:
      return null;
  }
};

const aside = (element: Element, reading: Reading): Block => {
  readAttributes(element, reading);
  const blocks = blocksOf(element.children, reading);
  return blocks && blocks.length > 0 ? nodeType('aside').create(null, blocks) : null;
};

/** Block names whose comments may stand inside a block that is read, with the attributes that say nothing more than their elements. */
const knownBlocks: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    paragraph: ['direction'],
    heading: ['level'],
    list: ['ordered', 'start'],
    'list-item': [],
    quote: [],
    pullquote: [],
    code: [],
    separator: [],
    more: [],
    table: [],
    group: ['tagName'],
    image: ['id', 'sizeSlug', 'linkDestination', 'className'],
    video: ['id', 'className'],
    audio: ['id', 'className'],
    embed: ['url', 'type', 'providerNameSlug', 'responsive', 'className'],
  }),
);

/** What attributes say that have a node here; with another value they go when the block is edited. The class of an embed says its size. */
const onlyUsual: Readonly<Record<string, string>> = {
  sizeSlug: 'full',
  linkDestination: 'none',
  className: 'own-work',
};

/** Whether WordPress's comment for a block says one that is read here; notes attributes that go when it is edited. */
export const isKnownBlock = (
  { name, attributes }: { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> | null },
  reading: Reading,
): boolean => {
  const known = knownBlocks.get(name);
  if (!known || !attributes) return false;
  for (const [key, value] of Object.entries(attributes)) {
    const only = name === 'embed' ? undefined : Object.hasOwn(onlyUsual, key) ? onlyUsual[key] : undefined;
    if (!known.includes(key) || (only !== undefined && value !== only)) reading.lose();
  }
  return true;
};

const isKnownComment = (text: string, reading: Reading): boolean => {
  const block = blockCommentOf(text);
  if (!block) return false;
  return block.kind === 'closer' || (block.kind === 'opener' && isKnownBlock(block, reading));
};

/** One element as a block; null when no node holds what it is. */
export const blockOf = (element: Element, reading: Reading): Block => {
  switch (element.tagName) {
    case 'p':
      return textblock('paragraph', element, reading);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element, reading);
    case 'ul':
    case 'ol':
      return list(element, reading);
    case 'blockquote':
      return quotation(element, reading);
    case 'pre':
      return code(element, reading);
    case 'figure':
      return figure(element, reading);
    case 'table':
      return tableOf(element, undefined, reading);
    case 'aside':
      return aside(element, reading);
    case 'hr':
      readAttributes(element, reading);
      return nodeType('divider').create();
    default:
      return null;
  }
};

const blockNames: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol blockquote pre figure table aside hr'.split(' '),
);

/** The blocks of some nodes, runs of words as paragraphs; null when one of them has no node to be. */
export const blocksOf = (nodes: readonly ElementContent[], reading: Reading): ProseMirrorNode[] | null => {
  const paragraph = nodeType('paragraph');
  const blocks: ProseMirrorNode[] = [];
  let run: ElementContent[] = [];
  const close = (): boolean => {
    const content = run.every(isBlank) ? [] : wordsOf(run, paragraph, reading);
    run = [];
    if (content && content.length > 0) blocks.push(paragraph.create(null, content));
    return content !== null;
  };
  for (const node of nodes) {
    if (node.type === 'comment') {
      if (!isKnownComment(node.value, reading)) return null;
    } else if (node.type === 'element' && blockNames.has(node.tagName)) {
      const block = close() ? blockOf(node, reading) : null;
      if (!block) return null;
      blocks.push(block);
    } else run.push(node);
  }
  return close() ? blocks : null;
};
