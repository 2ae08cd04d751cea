import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { parseWebAddress } from '../../../sources/address.ts';
import { labelOf } from '../../../sources/label.ts';
import type { Source } from '../../../sources/source.ts';
import { directionOf } from '../../direction.ts';
import type { NodeToHtml } from '../../html.ts';

const sourceLink = (source: Source, address: string | undefined): ElementContent =>
  h('cite', address ? [h('a', { href: address }, labelOf(source))] : [labelOf(source)]);

/** The quoted words, then who said them and where: the attribution, a comma, the source's publisher as a link. */
export const quotationToHtml: NodeToHtml = (node, { children, source: sourceOf, archived }) => {
  const { lastChild: attribution } = node;
  if (!attribution) return [];
  const words = children(node.cut(0, node.content.size - attribution.nodeSize));
  const said = attribution.textContent.trim();
  if (words.length === 0 && !said) return [];
  const source = sourceOf(node.attrs.source);
  const address = source && parseWebAddress(source.url)?.href;
  const footer: ElementContent[] = said ? [{ type: 'text', value: said }] : [];
  if (source && labelOf(source)) {
    if (said) footer.push({ type: 'text', value: ', ' });
    footer.push(sourceLink(source, address), ...archived(source));
  }
  return [
    h('blockquote', { dir: directionOf(node), ...(address ? { cite: address } : {}) }, [
      ...words,
      ...(footer.length > 0 ? [h('footer', footer)] : []),
    ]),
  ];
};
