import type { Element, ElementContent, Root } from 'hast';
import { mediaPlaceholder } from '../document/media-placeholder.ts';
import { mediaSlot, withoutNoncharacters } from './media-slots.ts';
import { isElement, mapTree } from './tree.ts';

const placeholderBase = mediaPlaceholder('');

const shaOf = (shown: Element, name: 'src' | 'poster' = 'src'): string | null => {
  const source = String(shown.properties[name] ?? '');
  const sha256 = source.slice(placeholderBase.length);
  return source.startsWith(placeholderBase) && /^[0-9a-f]{64}$/.test(sha256) ? sha256 : null;
};

const cleanProperties = (element: Element): Element['properties'] =>
  Object.fromEntries(
    Object.entries(element.properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? withoutNoncharacters(value) : value,
    ]),
  );

/** Takes out what a writer's text must not contain, then gives every picture and recording its slots; one of elsewhere goes. */
export const withSlots = (tree: Root): Root =>
  mapTree(tree, (node): readonly ElementContent[] => {
    if (node.type === 'comment') return [];
    if (node.type === 'text') return [{ type: 'text', value: withoutNoncharacters(node.value) }];
    const element = { ...node, properties: cleanProperties(node) };
    if (!isElement(element, 'img', 'video', 'audio')) return [element];
    const sha256 = shaOf(node);
    if (!sha256) return [];
    if (element.tagName !== 'img') {
      const { poster: _, ...without } = element.properties;
      const poster = shaOf(node, 'poster');
      const properties = poster
        ? { ...element.properties, poster: mediaSlot(poster, 'url'), dataPoster: poster }
        : without;
      return [{ ...element, properties: { ...properties, src: mediaSlot(sha256, 'url'), dataMedia: sha256 } }];
    }
    const { alt } = element.properties;
    return [{ ...element, properties: { src: mediaSlot(sha256, 'url'), alt: alt ?? '', dataMedia: sha256 } }];
  });
