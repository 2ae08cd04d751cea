import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { declaredAttributes } from '../../core/document/schema.ts';

/** Elements that the schema's parse rules know, and a few that only hold others. Everything else is unwrapped. */
const tagNames = [
  'h1 h2 h3 h4 h5 h6 p br hr ul ol li blockquote footer pre',
  'b strong i em u s strike del a cite span',
  'section figure figcaption div',
].flatMap((names) => names.split(' '));

/** What marks our own nodes on the clipboard beside their attributes, and ProseMirror's note on where a slice is open. */
const markers = ['data-section', 'data-section-heading', 'data-headline', 'data-figure', 'data-embed', 'data-credit'];

const propertyOf = (attribute: string): string =>
  attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const ownAttributes = [...declaredAttributes.values()]
  .flatMap((declarations) => [...declarations.values()])
  .map(({ html }) => html);

const schema: Schema = {
  tagNames,
  attributes: { '*': [...markers, ...ownAttributes, 'data-pm-slice'].map(propertyOf), ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  // Their words are no text of the page.
  strip: 'script style noscript template svg math textarea select title head object iframe'.split(' '),
  clobber: [],
  ancestors: { li: ['ol', 'ul'] },
};

const styleOf = (element: Element): ReadonlyMap<string, string> => {
  const { style } = element.properties;
  const declarations = typeof style === 'string' ? style.split(';') : [];
  return new Map(
    declarations.map((declaration) => {
      const [name = '', value = ''] = declaration.split(':');
      return [name.trim().toLowerCase(), value.trim().toLowerCase()];
    }),
  );
};

const isBold = (weight: string | undefined): boolean =>
  weight !== undefined && (weight.startsWith('bold') || Number(weight) >= 600);

const blockNames = new Set('p div li ul ol table section blockquote h1 h2 h3 h4 h5 h6'.split(' '));

const wrap = (tagName: string, children: ElementContent[]): ElementContent[] =>
  children.length > 0 ? [{ type: 'element', tagName, properties: {}, children }] : children;

/**
 * Says with elements what other programs say in ways that are not kept. Word processors say bold and italic with styles, and Google Docs wraps everything in a `<b>` that is not bold. Styles
 * themselves are not kept, so what they mean is said with elements first.
 */
const sayPlainly = (node: Root | Element, inLink: boolean): void => {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    sayPlainly(child, inLink || child.tagName === 'a');
    // A post has no tables; the words of a cell stay apart from those of the next one.
    if (['td', 'th', 'caption'].includes(child.tagName)) child.tagName = 'div';
    const style = styleOf(child);
    const weight = style.get('font-weight');
    if (['b', 'strong'].includes(child.tagName) && weight !== undefined && !isBold(weight)) child.tagName = 'span';
    if (child.tagName !== 'span') continue;
    const holdsBlocks = child.children.some((it) => it.type === 'element' && blockNames.has(it.tagName));
    if (holdsBlocks) continue;
    const decoration = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
    if (isBold(weight)) child.children = wrap('strong', child.children);
    if (style.get('font-style') === 'italic') child.children = wrap('em', child.children);
    if (decoration.includes('underline') && !inLink) child.children = wrap('u', child.children);
    if (decoration.includes('line-through')) child.children = wrap('s', child.children);
  }
};

/**
 * What of pasted or dropped HTML may meet the browser's parser: the text, and the elements and attributes that the
 * schema can hold. It is parsed as browsers do (parse5) and cut down as a tree, so nothing can hide in markup that two
 * parsers read differently. Pictures of other sites are left out: they would be hot-linked and die.
 */
export const cleanPastedHtml = (html: string): string => {
  const tree = fromHtml(html, { fragment: true });
  sayPlainly(tree, false);
  return toHtml(sanitize(tree, schema));
};

/** Whether HTML says anything beside pictures; a copied picture comes with an `<img>` of its own. */
export const hasText = (html: string): boolean => {
  const said = (node: Root | ElementContent): boolean =>
    node.type === 'text'
      ? node.value.trim() !== ''
      : (node.type === 'root' || node.type === 'element') && (node.children as ElementContent[]).some(said);
  const clean = sanitize(fromHtml(html, { fragment: true }), schema);
  return clean.type === 'root' && said(clean);
};
