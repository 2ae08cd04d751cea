import type { Element, ElementContent } from 'hast';
import { attribute } from '../../../core/rendering/tree.ts';
import { allowedTags, wordless } from './allowed.ts';
import { blockNames, element, type Holder, holdsBlock, isBlank, isElement, rewrite, styleOf, text } from './tree.ts';

const isBold = (weight: string | undefined): boolean =>
  weight !== undefined && (weight.startsWith('bold') || Number(weight) >= 600);

const wrap = (tagName: string, children: readonly ElementContent[]): ElementContent[] =>
  children.length > 0 ? [element(tagName, children)] : [];

/** What an inline element's styles mean, as elements around what it holds. */
const said = (it: Element, inLink: boolean): ElementContent[] => {
  const style = styleOf(it);
  const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  const offset = style.get('vertical-align');
  let { children } = it;
  if (isBold(style.get('font-weight'))) children = wrap('strong', children);
  if (/^(?:italic|oblique)/.test(style.get('font-style') ?? '')) children = wrap('em', children);
  if (decoration.includes('underline') && !inLink) children = wrap('u', children);
  if (decoration.includes('line-through')) children = wrap('s', children);
  if (offset === 'super') children = wrap('sup', children);
  if (offset === 'sub') children = wrap('sub', children);
  if (style.has('mso-highlight')) children = wrap('mark', children);
  return children;
};

const isHidden = (it: Element): boolean => {
  if (it.properties.hidden !== undefined && it.properties.hidden !== null && it.properties.hidden !== false)
    return true;
  const style = styleOf(it);
  return style.get('display') === 'none' || style.get('mso-hide') === 'all';
};

/** Gmail and WebKit indent with quotations that quote nobody. */
const isIndent = (it: Element): boolean => {
  const border = styleOf(it).get('border') ?? '';
  return (
    /webkit-indent-blockquote/.test(attribute(it, 'className')) || /^(?:none|medium|0(?:px)?)(?:\s|$)/.test(border)
  );
};

const headingOf = (it: Element): string | null => {
  const level = Number(attribute(it, 'ariaLevel') || 2);
  return attribute(it, 'role') === 'heading' ? `h${Math.min(6, Math.max(1, level || 2))}` : null;
};

const underlinesOnlyLinks = ({ children }: Element): boolean =>
  children.some((child) => isElement(child)) &&
  children.every((child) =>
    isElement(child, 'a')
      ? true
      : isElement(child)
        ? underlinesOnlyLinks(child)
        : child.type !== 'text' || child.value.trim() === '',
  );

const checkbox = (it: Element): ElementContent[] =>
  attribute(it, 'type').toLowerCase() === 'checkbox'
    ? [text(it.properties.checked === undefined || it.properties.checked === false ? '☐ ' : '☑ ')]
    : [];

/** Inline elements that say with their name what others say with another, or with nothing that a post holds. */
const renamed: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ins: 'u',
    kbd: 'code',
    samp: 'code',
    tt: 'code',
    strike: 's',
    listing: 'pre',
  }),
);

/**
 * Says with elements what other programs say with styles, roles and elements that a post does not hold: styles are not
 * kept. Word processors say bold and italic with styles, and Google Docs wraps everything in a `<b>` that is not bold. Drops what
 * the page itself did not show.
 */
export const sayPlainly = (tree: Holder): void =>
  rewrite(tree, (it, within) => {
    const { tagName } = it;
    if (tagName === 'input') return checkbox(it);
    if (wordless.has(tagName) || isHidden(it)) return [];
    if (tagName === 'q') return [text('“'), ...it.children, text('”')];
    // Programs say of every line that it runs left to right.
    if (attribute(it, 'dir') !== 'rtl') delete it.properties.dir;
    const inLink = within.some((each) => each.tagName === 'a');
    const holds = it.children.some(holdsBlock);
    const weight = styleOf(it).get('font-weight');
    if ((tagName === 'b' || tagName === 'strong') && weight !== undefined && !isBold(weight)) it.tagName = 'span';
    if (/^(?:b|strong|i|em|u|font)$/.test(tagName) && holds) it.tagName = 'span';
    if (tagName === 'u' && (inLink || underlinesOnlyLinks(it))) it.tagName = 'span';
    if (tagName === 'blockquote' && isIndent(it)) it.tagName = 'div';
    if (tagName === 'ins' && inLink) it.tagName = 'span';
    it.tagName = renamed.get(it.tagName) ?? it.tagName;
    if (it.tagName === 'span' || it.tagName === 'font') {
      if (!holds) it.children = said(it, inLink);
    } else if (blockNames.has(it.tagName)) {
      it.tagName = headingOf(it) ?? it.tagName;
      if (!allowedTags.has(it.tagName)) {
        if (holds && it.children.every((child) => holdsBlock(child) || isBlank(child))) return it.children;
        // A post has no such block; its words stay apart from those around it.
        it.tagName = 'div';
      }
    }
    return [it];
  });
