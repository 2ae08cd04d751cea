import type { Element, ElementContent } from 'hast';
import { attribute, elementsIn, textOf } from '../../../core/rendering/tree.ts';
import { pageKey } from '../../../core/sources/normalise.ts';
import type { Source } from '../../../core/sources/source.ts';
import { element, type Holder, holdsBlock, isBlank, isElement, rewrite, text } from './tree.ts';

/** Finds the post's source behind an address; undefined where none is the same page. */
export type FindSource = (address: string) => Source | undefined;

/** Compares addresses as pages: campaign parameters, fragments and the like make no difference. */
export const sourceFinder = (sources: readonly Source[]): FindSource => {
  const byPage = new Map<string, Source>();
  for (const source of sources) {
    const key = pageKey(source.url);
    if (key !== null && !byPage.has(key)) byPage.set(key, source);
  }
  return (address) => (byPage.size === 0 ? undefined : byPage.get(pageKey(address) ?? ''));
};

const addressesOf = (quotation: Element): readonly string[] =>
  [attribute(quotation, 'cite'), ...elementsIn(quotation, 'a').map((link) => attribute(link, 'href'))].filter(
    (address) => address !== '',
  );

const asParagraphs = (node: ElementContent, prefix = ''): ElementContent[] => {
  if (!isElement(node) || !holdsBlock(node)) {
    return isBlank(node) ? [] : [element('p', prefix === '' ? [node] : [text(prefix), node])];
  }
  if (isElement(node, 'ul', 'ol')) {
    let number = Number(attribute(node, 'start') || 1) - 1;
    return node.children
      .filter((item) => isElement(item, 'li'))
      .flatMap((item) => {
        number += 1;
        return inLines(item, `${prefix}${node.tagName === 'ol' ? `${number}.` : '•'} `);
      });
  }
  return inLines(node, prefix);
};

/** What a block holds as paragraphs of a quotation, which has no other blocks; lists keep their signs. */
const inLines = (holder: Element, prefix = ''): ElementContent[] => {
  const paragraphs: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (!run.every(isBlank)) {
      const first = paragraphs.length === 0 && prefix !== '';
      paragraphs.push(element('p', first ? [text(prefix), ...run] : run));
    }
    run = [];
  };
  for (const child of holder.children) {
    if (!holdsBlock(child)) run.push(child);
    else {
      close();
      paragraphs.push(...asParagraphs(child, paragraphs.length === 0 ? prefix : ''));
    }
  }
  close();
  return paragraphs;
};

const wordsOf = (node: ElementContent): string =>
  textOf(node)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[—–―-]\s*/, '');

/** Who said it, where the quotation names them: a footer, or a `<cite>` that has the last line to itself. */
const takeAttribution = (quotation: Element): string => {
  const isNamed = (node: ElementContent): boolean =>
    isElement(node, 'footer', 'figcaption') ||
    (isElement(node, 'cite') && node.properties.dataSource === undefined) ||
    (isElement(node, 'p', 'div', 'span') &&
      node.children.length > 0 &&
      node.children.some((child) => isNamed(child)) &&
      node.children.every((child) => isNamed(child) || (child.type === 'text' && /^[\s—–―-]*$/.test(child.value))));
  const last = quotation.children.findLast((node) => !isBlank(node));
  if (!last || !isNamed(last)) return '';
  // A cite at the end of running text is a title that the words mention.
  const before = quotation.children.slice(0, quotation.children.indexOf(last)).findLast((node) => !isBlank(node));
  if (isElement(last, 'cite', 'span') && before && !holdsBlock(before)) return '';
  quotation.children = quotation.children.filter((node) => node !== last);
  return wordsOf(last);
};

const mendQuotation = (quotation: Element, find: FindSource): void => {
  const source = addressesOf(quotation)
    .map(find)
    .find((found) => found !== undefined);
  if (source && quotation.properties.dataSource === undefined) quotation.properties.dataSource = source.id;
  const who = takeAttribution(quotation);
  quotation.children = inLines(quotation);
  if (who !== '') quotation.children.push(element('footer', [text(who)]));
};

/** `<figure>` around a quotation: its caption says who said it. */
const mendFigure = (figure: Element): ElementContent[] => {
  const quotation = figure.children.find((child): child is Element => isElement(child, 'blockquote'));
  if (!quotation) return [figure];
  const who = figure.children
    .filter((child) => isElement(child, 'figcaption'))
    .map(wordsOf)
    .join(' ');
  const named = quotation.children.find((child): child is Element => isElement(child, 'footer'));
  if (named && who !== '') named.children.push(text(`, ${who}`));
  else if (who !== '') quotation.children.push(element('footer', [text(who)]));
  return figure.children.filter((child) => !isElement(child, 'figcaption'));
};

/**
 * Quotations as a document has them: paragraphs, then who said it. One whose `cite`, or a link in it, leads to one of the
 * post's sources is tied to that source.
 */
export const mendQuotations = (tree: Holder, find: FindSource): void =>
  rewrite(tree, (it, within) => {
    if (it.tagName === 'figure') return mendFigure(it);
    if (it.tagName !== 'blockquote') return [it];
    // A quotation in a quotation, as mail programs nest them, gives its paragraphs to the outer one.
    if (within.some(({ tagName }) => tagName === 'blockquote')) return it.children;
    mendQuotation(it, find);
    return [it];
  });
