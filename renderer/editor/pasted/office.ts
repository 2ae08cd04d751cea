import type { Element, ElementContent } from 'hast';
import { attribute, textOf } from '../../../core/rendering/tree.ts';
import { type ListLine, nestLines } from './lists.ts';
import { element, type Holder, isBlank, isElement, rewrite, styleOf } from './tree.ts';

/** Whether HTML comes from an office program of Microsoft's, for the desktop or the web. */
export const isOffice = (html: string): boolean => /\bmso-|\bMso[A-Z]|\bListContainerWrapper\b|\bSCXW\d/.test(html);

/** `mso-list: l0 level2 lfo1`: a list of the document, how deep, and which use of that list. */
const listPattern = /^l\d+ level(\d) lfo(\d+)/;

type WordLine = ListLine & { readonly use: string };

const classOf = (it: Element): string => attribute(it, 'className');

const isMarker = (it: Element): boolean => styleOf(it).get('mso-list') === 'ignore';

const takeMarker = (paragraph: Element): string => {
  let marker = '';
  rewrite(paragraph, (it) => {
    if (!isMarker(it)) return [it];
    marker += textOf(it);
    return [];
  });
  return marker.replace(/[\s\u00a0]+/g, '');
};

const roman: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const romanNumber = (letters: string): number =>
  [...letters].reduce((sum, letter, at) => {
    const value = roman[letter] ?? 0;
    return sum + (value < (roman[letters[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);

/** The number that a marker such as `3.`, `(b)`, `iv)` or `1.2.` shows; null for a bullet. */
const numberOf = (marker: string): number | null => {
  const [, shown = '', end = ''] = /^\(?(?:\d+\.)*([0-9]{1,6}|[a-z]{1,5})([.)]?)$/i.exec(marker) ?? [];
  if (/^\d/.test(shown)) return Number(shown);
  // Without a dot it is the letter o, Word's hollow bullet.
  if (shown === '' || end === '') return null;
  const letters = shown.toLowerCase();
  if (/^[ivxlc]+$/.test(letters)) return romanNumber(letters);
  return letters.length === 1 ? letters.charCodeAt(0) - 96 : 1;
};

/** A list line of Word for the desktop, which writes lists as paragraphs. */
const desktopLine = (it: Element): WordLine | null => {
  const [, level, use = ''] = listPattern.exec(styleOf(it).get('mso-list') ?? '') ?? [];
  if (level === undefined) return null;
  return { level: Number(level), use, number: numberOf(takeMarker(it)), children: it.children };
};

/** A list line of Word on the web, which gives each one a list and a wrapper of its own. */
const webLine = (it: Element): WordLine | null => {
  if (!/\bListContainerWrapper\b/.test(classOf(it))) return null;
  const list = it.children.find((child): child is Element => isElement(child, 'ul', 'ol'));
  const item = list?.children.find((child): child is Element => isElement(child, 'li'));
  if (!list || !item) return null;
  const start = Number(attribute(list, 'start') || 1);
  return {
    level: Number(attribute(item, 'dataAriaLevel') || 1),
    use: attribute(item, 'dataListid'),
    number: list.tagName === 'ol' ? start : null,
    children: item.children,
  };
};

/** Neighbours that are list lines of one use become its lists. */
const gatherLines = (holder: Holder): void => {
  const children: ElementContent[] = [];
  let lines: WordLine[] = [];
  const close = (): void => {
    children.push(...nestLines(lines));
    lines = [];
  };
  for (const child of holder.children as ElementContent[]) {
    const line = isElement(child) ? (desktopLine(child) ?? webLine(child)) : null;
    if (line) {
      if (lines[0] && lines[0].use !== line.use && line.level === 1) close();
      lines.push(line);
    } else if (lines.length === 0 || !isBlank(child)) {
      close();
      children.push(child);
    }
  }
  close();
  holder.children = children;
};

const isQuote = (it: ElementContent): boolean => isElement(it, 'p') && /\bMso(?:Intense)?Quote\b/.test(classOf(it));

const gatherQuotes = (holder: Holder): void => {
  const children: ElementContent[] = [];
  let quotation: Element | null = null;
  for (const child of holder.children as ElementContent[]) {
    if (!isQuote(child)) {
      if (!isBlank(child)) quotation = null;
      children.push(child);
    } else if (quotation) quotation.children.push(child);
    else {
      quotation = element('blockquote', [child]);
      children.push(quotation);
    }
  }
  holder.children = children;
};

const leftOut = (it: Element): boolean =>
  /\b(?:MsoCommentReference|MsoCommentText|EOP|PageBreakBlob|WACImageContainer)\b/.test(classOf(it)) ||
  /^comment/.test(styleOf(it).get('mso-element') ?? '');

/**
 * Word's own ways of writing lists, quotations, titles, rules and comments as the HTML that they mean.
 */
export const readOffice = (tree: Holder): void => {
  rewrite(tree, (it) => {
    if (leftOut(it)) return [];
    if (/\bLineBreakBlob\b/.test(classOf(it))) return [element('br', [])];
    if (/\bMsoTitle\b/.test(classOf(it))) it.tagName = 'h1';
    const ruled = styleOf(it).get('mso-element') === 'para-border-div';
    if (ruled && isBlank(it)) return [element('hr', [])];
    gatherLines(it);
    gatherQuotes(it);
    return [it];
  });
  gatherLines(tree);
  gatherQuotes(tree);
};
