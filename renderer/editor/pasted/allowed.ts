import { DOMParser } from '@tiptap/pm/model';
import type { Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { h } from 'hastscript';
import { declaredAttributes, schema } from '../../../core/document/schema.ts';

/** What two parsers may read differently, what runs, and what has no words of the page: never let in, whoever asks. */
const refused = [
  'script style noscript noembed noframes template svg math textarea title select option datalist head xmp plaintext',
  'iframe frame frameset object embed applet param portal canvas audio video source track button input form base meta',
  'link area map dialog slot img',
].flatMap((names) => names.split(' '));

const refusedAttribute = /^(?:on.*|style|src|srcset|srcdoc|id|name|action|formaction|background|ping|is|slot)$/i;

const selectors = DOMParser.fromSchema(schema).rules.flatMap(({ tag }) => tag?.split(',') ?? []);

const tagsOf = (selector: string): readonly string[] => selector.match(/(?<=^|[\s>])[a-z][a-z0-9]*/g) ?? [];

const propertyOf = (attribute: string): string => Object.keys(h('i', { [attribute]: 'x' }).properties)[0] ?? attribute;

const attributes = [
  ...selectors.flatMap((selector) => [...selector.matchAll(/\[([a-z-]+)/g)].map(([, name = '']) => name)),
  ...[...declaredAttributes.values()].flatMap((byName) => [...byName.values()]).map(({ html }) => html),
  // ProseMirror's note on where a slice is open.
  'data-pm-slice',
].filter((name) => !refusedAttribute.test(name));

/** Elements that may meet the browser's parser: those that the schema's parse rules know, and a few that hold others. */
export const allowedTags: ReadonlySet<string> = new Set(
  [...selectors.flatMap(tagsOf), 'p', 'br', 'div', 'span', 'ul', 'ol', 'li', 'figure', 'figcaption', 'footer'].filter(
    (name) => !refused.includes(name),
  ),
);

/** Elements whose words are no text of the page; what else is not allowed is unwrapped. */
export const wordless: ReadonlySet<string> = new Set(
  refused.filter((name) => !['form', 'dialog', 'slot', 'map', 'label'].includes(name)),
);

const allowList: Schema = {
  tagNames: [...allowedTags],
  attributes: { '*': [...new Set(attributes)].map(propertyOf), ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: [...wordless],
  clobber: [],
  ancestors: { li: ['ol', 'ul'] },
};

/** A copy of a tree with nothing but the elements and attributes that the document can hold. */
export const onlyAllowed = (tree: Root): Root => {
  const clean = sanitize(tree, allowList);
  return clean.type === 'root' ? clean : { type: 'root', children: [] };
};
