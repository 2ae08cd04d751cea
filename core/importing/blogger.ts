import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { readHtml } from '../rendering/read-html.ts';
import { attribute, elementsIn, hasClass, isElement } from '../rendering/tree.ts';
import { blockOf, picture, video } from './blocks.ts';
import { htmlRuns, isJumpBreak } from './html-runs.ts';
import type { Piece } from './piece.ts';
import { isBlank, nodeType, type Reading } from './reading.ts';
import { wordsOf } from './words.ts';

/** The one thing that an element shows, within whatever it stands in; null when there are more. */
const onlyIn = (element: Element): ElementContent | null => {
  const [only, ...more] = element.children.filter((child) => !isBlank(child) && !isElement(child, 'br'));
  if (!only || more.length > 0) return null;
  return isElement(only, 'a', 'span', 'div') ? onlyIn(only) : only;
};

/** A picture or video in the middle of a line: what Blogger's editor calls a separator. */
const separated = (element: Element, reading: Reading): ProseMirrorNode | null => {
  const only = onlyIn(element);
  if (isElement(only ?? undefined, 'img')) {
    // Blogger's pictures lead to themselves in full size; a figure leads nowhere.
    reading.lose();
    return picture(h('figure'), only as Element, reading);
  }
  return isElement(only ?? undefined, 'iframe') ? video(h('figure'), attribute(only as Element, 'src'), reading) : null;
};

/** A picture with a caption is a table to Blogger: one row for each. */
const captioned = (table: Element, reading: Reading): ProseMirrorNode | null => {
  const cells = elementsIn(table, 'td');
  const [shown, caption] = cells;
  const others = [...cells.slice(2), ...elementsIn(table, 'th'), ...elementsIn(table, 'caption')];
  if (!shown || !caption || others.length > 0 || !hasClass(caption, 'tr-caption')) return null;
  const only = onlyIn(shown);
  if (!isElement(only ?? undefined, 'img')) return null;
  reading.lose();
  return picture(h('figure', [h('figcaption', caption.children)]), only as Element, reading);
};

const paragraphOf = (nodes: readonly ElementContent[], reading: Reading): ProseMirrorNode | null => {
  const paragraph = nodeType('paragraph');
  if (nodes.length > 0 && nodes.every((node) => isBlank(node) || isElement(node, 'br'))) return paragraph.create();
  const words = wordsOf(nodes, paragraph, reading);
  return words && words.length > 0 ? paragraph.create(null, words) : null;
};

const readElement = (element: Element, reading: Reading): ProseMirrorNode | null => {
  if (isJumpBreak(element)) return nodeType('readMore').create();
  if (element.tagName === 'table' && hasClass(element, 'tr-caption-container')) return captioned(element, reading);
  if (element.tagName !== 'div') return blockOf(element, reading);
  const [only, ...more] = element.children.filter((child) => !isBlank(child));
  if (more.length === 0 && isElement(only, 'table', 'div')) {
    reading.lose();
    return readElement(only, reading);
  }
  if (Object.keys(element.properties).length > 0) reading.lose();
  return separated(element, reading) ?? paragraphOf(element.children, reading);
};

const read = (markup: string, reading: Reading): ProseMirrorNode | null => {
  const nodes = readHtml(markup)?.children.filter((node) => node.type !== 'doctype') ?? [];
  const [first, ...more] = nodes;
  const block = first?.type === 'element' && more.length === 0 ? readElement(first, reading) : null;
  return (
    block ??
    paragraphOf(
      nodes.filter((node) => node.type !== 'comment'),
      reading,
    )
  );
};

/** Where a post begins and ends inside the `<div dir="ltr" trbidi="on">` that Blogger's older editor puts around all of it. */
const withinWrapper = (markup: string): { readonly start: number; readonly end: number } => {
  const whole = { start: 0, end: markup.length };
  const [wrapper, ...more] =
    readHtml(markup)?.children.filter((node) => node.type !== 'doctype' && !isBlank(node)) ?? [];
  if (wrapper?.type !== 'element' || wrapper.properties.trbidi === undefined || more.length > 0) return whole;
  const end = /<\/div>\s*$/.exec(markup)?.index;
  const last = wrapper.children.at(-1)?.position?.end.offset ?? 0;
  // Without an end tag of its own the wrapper ends with what it holds.
  if (end === undefined || last > end) return whole;
  // The parser puts words in the middle of a table before it: the first child is not always the first in the text.
  const start = wrapper.children.reduce((first, { position }) => Math.min(first, position?.start.offset ?? first), end);
  return { start, end };
};

/** The pieces of a post of Blogger: its elements, and lines of words, which end at two line breaks or at an element. */
export const bloggerPieces = (markup: string): readonly Piece[] => {
  const within = withinWrapper(markup);
  const inner = markup.slice(within.start, within.end);
  return htmlRuns(inner, 'two-breaks').map(({ start, end }) => ({
    start: within.start + start,
    end: within.start + end,
    read: (reading) => read(inner.slice(start, end), reading),
  }));
};
