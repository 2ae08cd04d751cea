import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const harmlessElements: ReadonlySet<string> = new Set(
  [
    'a aside b blockquote br caption cite code col colgroup dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6',
    'header hr i img ins li main mark nav ol p pre s section small span strong sub summary sup table tbody td tfoot th thead',
    'time tr u ul abbr article dfn kbd q rp rt ruby samp var',
  ].flatMap((names) => names.split(' ')),
);

const harmlessAttributes: ReadonlySet<string> = new Set(
  [
    'alt class cite colspan datetime dir headers height href hreflang id lang loading open rel reversed role rowspan scope span',
    'src start style target title value width',
  ].flatMap((names) => names.split(' ')),
);

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'cite']);

/** Absolute and followed by people, a place of the same page, or a slot of a picture. */
const harmlessAddress = /^(?:https?:\/\/|mailto:|#|\ufdd0)/u;

const harmlessDeclaration = /^\s?[a-z-]+:\s?[a-z0-9 .%#-]+$/;

const isHarmlessStyle = (style: string): boolean =>
  style
    .replace(/;$/, '')
    .split(';')
    .every((declaration) => harmlessDeclaration.test(declaration));

const nameOf = (property: string): string =>
  property === 'className' ? 'class' : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const wrongAttribute = ([property, value]: readonly [string, unknown]): boolean => {
  const name = nameOf(property);
  const text = Array.isArray(value) ? value.join(' ') : String(value);
  if (addresses.has(name)) return !harmlessAddress.test(text);
  if (name === 'style') return !isHarmlessStyle(text);
  return (
    !harmlessAttributes.has(name.replace(/^(?:col|row)-span$/, (it) => it.replace('-', ''))) &&
    !/^(?:data|aria)-/.test(name)
  );
};

const wrongIn = (node: RootContent | Root): readonly string[] => {
  if (node.type === 'comment')
    return /^\s*\/?(?:wp:[\w/-]+|more)[^<>]*$/.test(node.value) ? [] : [`<!--${node.value}-->`];
  if (node.type === 'root') return node.children.flatMap(wrongIn);
  if (node.type !== 'element') return [];
  return [...wrongElement(node), ...node.children.flatMap(wrongIn)];
};

const wrongElement = ({ tagName, properties }: Element): readonly string[] => [
  ...(harmlessElements.has(tagName) ? [] : [`<${tagName}>`]),
  ...Object.entries(properties)
    .filter(wrongAttribute)
    .map(([name, value]) => `<${tagName} ${name}=${JSON.stringify(value)}>`),
];

/**
 * What in markup could run, load, send or cover something, as a browser reads it: all elements, attributes, addresses and
 * comments that are not known to be harmless. Empty for markup that may be shown.
 */
export const dangersIn = (html: string): readonly string[] => wrongIn(fromHtml(html, { fragment: true }));
