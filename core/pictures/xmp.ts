import { parseXml, XmlElement, XmlError, type XmlNode, XmlText } from '@rgrove/parse-xml';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { s } from 'hastscript';
import { noWords, type Words, wordsOf } from './metadata.ts';

/** Larger packets are edit histories and embedded files; they are dropped unread. Bytes. */
const largestPacket = 1_000_000;

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const;

/**
 * The properties that are read and kept, and how each is written (XMP Specification, parts 1 and 2; IPTC Photo Metadata
 * Standard 2024.1): as plain text, as a list, or as a choice of languages.
 */
const properties: Readonly<Record<string, 'text' | 'Seq' | 'Bag' | 'Alt'>> = {
  'dc:creator': 'Seq',
  'dc:rights': 'Alt',
  'dc:title': 'Alt',
  'dc:description': 'Alt',
  'photoshop:Credit': 'text',
  'photoshop:Source': 'text',
  'photoshop:Headline': 'text',
  'photoshop:AuthorsPosition': 'text',
  'photoshop:CaptionWriter': 'text',
  'xmpRights:Marked': 'text',
  'xmpRights:Owner': 'Bag',
  'xmpRights:UsageTerms': 'Alt',
  'xmpRights:WebStatement': 'text',
  'Iptc4xmpCore:AltTextAccessibility': 'Alt',
  'Iptc4xmpCore:ExtDescrAccessibility': 'Alt',
  'Iptc4xmpExt:DigitalSourceType': 'text',
};

const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri as string, prefix]));

type Scope = ReadonlyMap<string, string>;

const scopeIn = (element: XmlElement, outer: Scope): Scope => {
  const own = Object.entries(element.attributes).filter(([name]) => name.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, uri]) => [name.slice(6), uri] as const)]);
};

/** A name under the prefix that we know its namespace by; empty for any other. */
const known = (name: string, scope: Scope): string => {
  const [prefix = '', local = ''] = name.split(':');
  const ours = prefixes.get(scope.get(prefix) ?? '');
  return ours === undefined ? '' : `${ours}:${local}`;
};

const elementsIn = (nodes: readonly XmlNode[]): readonly XmlElement[] =>
  nodes.filter((node) => node instanceof XmlElement);

const plainText = (element: XmlElement): string =>
  element.children
    .filter((node) => node instanceof XmlText)
    .map(({ text }) => text)
    .join('');

const valuesOf = (property: XmlElement, outer: Scope): readonly string[] => {
  const scope = scopeIn(property, outer);
  const [list] = elementsIn(property.children);
  if (!list) return [plainText(property)];
  const items = elementsIn(list.children).filter((item) => known(item.name, scopeIn(item, scope)) === 'rdf:li');
  const [first] = items.toSorted((one, other) => isDefault(other) - isDefault(one));
  return known(list.name, scope) === 'rdf:Alt' ? (first ? [plainText(first)] : []) : items.map(plainText);
};

const isDefault = ({ attributes }: XmlElement): number => Number(attributes['xml:lang'] === 'x-default');

type Placed = { readonly element: XmlElement; readonly scope: Scope };

const descriptionsIn = (root: XmlElement): readonly Placed[] => {
  const found: Placed[] = [];
  const open: Placed[] = [{ element: root, scope: new Map() }];
  for (let next = open.pop(); next; next = open.pop()) {
    const scope = scopeIn(next.element, next.scope);
    const name = known(next.element.name, scope);
    if (name === 'rdf:Description') found.push({ element: next.element, scope });
    // Below a description are properties; what they nest is none of the picture's own.
    else for (const element of elementsIn(next.element.children)) open.push({ element, scope });
  }
  return found;
};

const parse = (packet: Uint8Array): XmlElement | null => {
  const text = new TextDecoder().decode(packet.subarray(0, largestPacket));
  try {
    // Some writers pad with NULs.
    return parseXml(text.replaceAll('\0', '').trim()).root;
  } catch (error) {
    // A `RangeError` is a packet nested too deeply to be followed.
    if (error instanceof XmlError || error instanceof RangeError) return null;
    throw error;
  }
};

/** Reads an XMP packet. One that is no XML says nothing. */
export const readXmp = (packet: Uint8Array): Words => {
  const root = packet.length <= largestPacket ? parse(packet) : null;
  if (!root) return noWords;
  const found = new Map<string, readonly string[]>();
  const note = (name: string, texts: readonly string[]): void => {
    if (Object.hasOwn(properties, name) && !found.has(name)) found.set(name, texts);
  };
  for (const { element, scope } of descriptionsIn(root)) {
    for (const [name, value] of Object.entries(element.attributes)) note(known(name, scope), [value]);
    for (const child of elementsIn(element.children)) {
      note(known(child.name, scopeIn(child, scope)), valuesOf(child, scope));
    }
  }
  return wordsOf(found);
};

/** Whether a packet says where the picture was taken, in whatever way it is written. */
export const namesPlace = (packet: Uint8Array): boolean =>
  /\bGPS(?:Latitude|Longitude|DestLatitude|DestLongitude)\b/.test(new TextDecoder().decode(packet));

const element = (name: string, attributes: Readonly<Record<string, string>>, ...children: Element[]): Element => ({
  ...s('g', ...children),
  tagName: name,
  properties: { ...attributes },
});

const property = (name: string, texts: readonly string[]): Element => {
  const kind = properties[name] ?? 'text';
  const said = (text: string) => ({ type: 'text', value: text }) as const;
  if (kind === 'text') return { ...element(name, {}), children: texts.slice(0, 1).map(said) };
  const language: Readonly<Record<string, string>> = kind === 'Alt' ? { 'xml:lang': 'x-default' } : {};
  const items = texts.map((text) => ({ ...element('rdf:li', language), children: [said(text)] }));
  return element(name, {}, element(`rdf:${kind}`, {}, ...(kind === 'Alt' ? items.slice(0, 1) : items)));
};

/** A packet with exactly these words; null when there are none. */
export const writeXmp = (words: Words): Uint8Array | null => {
  if (words.size === 0) return null;
  const declared = Object.fromEntries(Object.entries(namespaces).map(([prefix, uri]) => [`xmlns:${prefix}`, uri]));
  const description = element(
    'rdf:Description',
    { 'rdf:about': '' },
    ...[...words].map(([name, texts]) => property(name, texts)),
  );
  const tree = element('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, element('rdf:RDF', declared, description));
  const xml = toHtml(tree, {
    space: 'svg',
    closeEmptyElements: true,
    characterReferences: { useNamedReferences: false },
  });
  return new TextEncoder().encode(`<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${xml}<?xpacket end="r"?>`);
};
